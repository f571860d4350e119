# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed beside the programs, and the Debian package, which packaging/package.sh makes.
find_program(GZIP gzip REQUIRED)

# telegrad_documents(program): its manual page and what makes bash complete it, as the program says them.
function(telegrad_documents program)
  set(manual "${CMAKE_CURRENT_BINARY_DIR}/${program}.1")
  set(completion "${CMAKE_CURRENT_BINARY_DIR}/${program}.bash")
  add_custom_command(OUTPUT ${manual}.gz ${completion}
    COMMAND ${program} --manual > ${manual}
    COMMAND ${GZIP} --best --no-name --force ${manual}
    COMMAND ${program} --bash-completion > ${completion}
    DEPENDS ${program} VERBATIM)
  add_custom_target(${program}-documents ALL DEPENDS ${manual}.gz ${completion})
  install(FILES ${manual}.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
  install(FILES ${completion} RENAME ${program}
          DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
endfunction()

telegrad_documents(telegrad-cli)
if(TELEGRAD_BUILD_UI)
  telegrad_documents(telegrad)
  install(FILES packaging/telegrad.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
  include(${CMAKE_CURRENT_LIST_DIR}/metainfo.cmake)
  install(FILES ${CMAKE_CURRENT_BINARY_DIR}/telegrad.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
  install(FILES packaging/telegrad-mime.xml RENAME telegrad.xml
          DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages)
  install(FILES resources/icons/telegrad.svg
          DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
  install(FILES resources/icons/telegrad.svg RENAME application-x-telegrad-experiment.svg
          DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/mimetypes)
endif()

# The manual as HTML, from the Markdown that the window shows.
find_program(CMARK_GFM cmark-gfm REQUIRED)
set(html "${CMAKE_CURRENT_BINARY_DIR}/html")
file(GLOB_RECURSE manual_sources CONFIGURE_DEPENDS resources/manual/*.md resources/manual/*.svg
     resources/manual/*.png)
add_custom_command(OUTPUT ${html}/index.html
  COMMAND ${PROJECT_SOURCE_DIR}/packaging/html/make.sh ${PROJECT_SOURCE_DIR}/resources/manual ${html}
  DEPENDS ${manual_sources} packaging/html/make.sh packaging/html/style.css VERBATIM)
add_custom_target(manual-html ALL DEPENDS ${html}/index.html)
install(DIRECTORY ${html} DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/telegrad)

set(changelog "${CMAKE_CURRENT_BINARY_DIR}/changelog.gz")
add_custom_command(OUTPUT ${changelog}
  COMMAND ${GZIP} --best --no-name --stdout "${PROJECT_SOURCE_DIR}/packaging/debian/changelog" > ${changelog}
  DEPENDS "${PROJECT_SOURCE_DIR}/packaging/debian/changelog" VERBATIM)
add_custom_target(changelog ALL DEPENDS ${changelog})
install(FILES ${changelog} packaging/debian/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/telegrad
        COMPONENT debian EXCLUDE_FROM_ALL)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME telegrad)
set(CPACK_PACKAGE_CONTACT "The Telegrad project <telegrad@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "lab for communication-efficient distributed training")
set(CPACK_PACKAGE_DESCRIPTION
"Telegrad trains MNIST and CIFAR models on a cluster of workers inside one
program, over an emulated network, and shows what compression, staleness and
adaptive aggregation do to loss, bits and time while they are changed.
.
This package has the window (telegrad) and the command line (telegrad-cli).")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_CMAKE_PROJECTS "${CMAKE_BINARY_DIR};telegrad;ALL;/;${CMAKE_BINARY_DIR};telegrad;debian;/")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-inter")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "dataset-fashion-mnist, qt6-translations-l10n, qt6-wayland")
include(CPack)
