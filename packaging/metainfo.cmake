# SPDX-License-Identifier: GPL-3.0-or-later
# telegrad.metainfo.xml in the build directory: as it is here, or with the pictures of
# resources/pictures where they have a public address. As a script (cmake -P) in the working directory.
cmake_minimum_required(VERSION 3.25)
set(TELEGRAD_PICTURES_URL "" CACHE STRING "Where resources/pictures is published, for software centres")

file(READ "${CMAKE_CURRENT_LIST_DIR}/telegrad.metainfo.xml" metainfo)
if(TELEGRAD_PICTURES_URL)
  # picture, whether it is the first to be shown, what is seen, the same in German
  set(shown
    "main-window|default|Loss and accuracy of three runs against payload bits|Verlust und Genauigkeit dreier Läufe über den Nutzbits"
    "main-window-dark|other|The same window in its dark theme|Dasselbe Fenster im dunklen Design"
    "network|other|Uploads queue at the server|Uploads stehen am Server an"
    "timeline|other|Eight iterations, worker by worker|Acht Iterationen, Worker für Worker")
  set(screenshots "")
  foreach(one IN LISTS shown)
    string(REPLACE "|" ";" parts "${one}")
    list(GET parts 0 picture)
    list(GET parts 1 kind)
    list(GET parts 2 caption)
    list(GET parts 3 german)
    set(type "")
    if(kind STREQUAL default)
      set(type " type=\"default\"")
    endif()
    string(APPEND screenshots
      "    <screenshot${type}>\n      <image>${TELEGRAD_PICTURES_URL}/${picture}.png</image>\n"
      "      <caption>${caption}</caption>\n      <caption xml:lang=\"de\">${german}</caption>\n"
      "    </screenshot>\n")
  endforeach()
  string(REGEX REPLACE "<!-- Pictures must[^@]*@screenshots@ -->"
    "<screenshots>\n${screenshots}  </screenshots>" metainfo "${metainfo}")
endif()
file(CONFIGURE OUTPUT telegrad.metainfo.xml CONTENT "${metainfo}" @ONLY)
if(NOT CMAKE_SCRIPT_MODE_FILE)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
    "${CMAKE_CURRENT_LIST_DIR}/telegrad.metainfo.xml")
endif()
