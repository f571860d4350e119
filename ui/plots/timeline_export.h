// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include <QSize>

#include "core/base/result.h"
#include "ui/plots/timeline_figure.h"

namespace telegrad::ui {

/// Writes a timeline, light for paper, to a file whose name ends in .svg (vector) or .png (at 3
/// times the pixels). Errors: another ending, nothing to show, a file that cannot be written; the
/// message names the file.
Result<void> exportTimeline(const SpanHistory& spans, const TimelineView& view, const QSize& size,
                            const std::filesystem::path& path);

}  // namespace telegrad::ui
