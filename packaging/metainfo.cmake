# SPDX-License-Identifier: GPL-3.0-or-later
# telegrad.metainfo.xml in the build directory: as it is here, or with the pictures of
# resources/pictures where they have a public address.
set(TELEGRAD_PICTURES_URL "" CACHE STRING "Where resources/pictures is published, for software centres")

file(READ "${CMAKE_CURRENT_LIST_DIR}/telegrad.metainfo.xml" metainfo)
if(TELEGRAD_PICTURES_URL)
  # picture, whether it is the first to be shown, what is seen
  set(shown
    "main-window|default|Loss and accuracy of three runs against payload bits"
    "main-window-dark||The same window in its dark theme"
    "network||Uploads queue at the server"
    "timeline||Eight iterations, worker by worker")
  set(screenshots "")
  foreach(one IN LISTS shown)
    string(REPLACE "|" ";" parts "${one}")
    list(GET parts 0 picture)
    list(GET parts 1 kind)
    list(GET parts 2 caption)
    set(type "")
    if(kind)
      set(type " type=\"${kind}\"")
    endif()
    string(APPEND screenshots
      "    <screenshot${type}>\n      <image>${TELEGRAD_PICTURES_URL}/${picture}.png</image>\n"
      "      <caption>${caption}</caption>\n    </screenshot>\n")
  endforeach()
  string(REGEX REPLACE "<!-- Pictures must[^@]*@screenshots@ -->"
    "<screenshots>\n${screenshots}  </screenshots>" metainfo "${metainfo}")
endif()
file(CONFIGURE OUTPUT telegrad.metainfo.xml CONTENT "${metainfo}" @ONLY)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${CMAKE_CURRENT_LIST_DIR}/telegrad.metainfo.xml")
