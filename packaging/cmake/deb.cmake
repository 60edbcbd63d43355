# cpack -G DEB in a configured build folder makes the packages for Debian 12: yichuang (windows, guides), yichuang-hub, and
# yichuang-common with what both make papers and clocks from.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME yichuang)
set(CPACK_PACKAGE_VENDOR Yichuang)
set(CPACK_PACKAGE_CONTACT "Yichuang maintainers <maintainers@yichuang.invalid>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_ALL Unspecified hub common)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
# Libraries are found by their symbols; plugins, faces and data that are only opened at run time are not.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_UNSPECIFIED_PACKAGE_NAME yichuang)
set(CPACK_DEBIAN_UNSPECIFIED_PACKAGE_DEPENDS
    "yichuang-common (= ${PROJECT_VERSION}), libqt6sql6-sqlite, libqt6svg6, qt6-qpa-plugins, qt6-translations-l10n, fonts-noto-cjk, tzdata")
set(CPACK_DEBIAN_UNSPECIFIED_PACKAGE_RECOMMENDS "cups, gnome-keyring, qt6-wayland, sane-utils")

set(CPACK_DEBIAN_HUB_PACKAGE_NAME yichuang-hub)
set(CPACK_COMPONENT_HUB_DESCRIPTION "Hub of Yichuang: takes in what windows do, hands it out, publishes guides")
set(CPACK_DEBIAN_HUB_PACKAGE_DEPENDS "yichuang-common (= ${PROJECT_VERSION}), libqt6sql6-sqlite, systemd, tzdata")
set(CPACK_DEBIAN_HUB_PACKAGE_RECOMMENDS "libqt6sql6-psql")
set(CPACK_DEBIAN_COMMON_PACKAGE_NAME yichuang-common)
set(CPACK_COMPONENT_COMMON_DESCRIPTION "Forms, faces of the papers, calendars and readings that windows and hub of Yichuang share")
set(CPACK_DEBIAN_COMMON_PACKAGE_DEPENDS "fonts-noto-cjk, poppler-data")
set(CPACK_DEBIAN_HUB_PACKAGE_CONTROL_EXTRA ${CMAKE_CURRENT_LIST_DIR}/../deb-hub/postinst ${CMAKE_CURRENT_LIST_DIR}/../deb-hub/prerm)

install(FILES ${CMAKE_CURRENT_LIST_DIR}/../yichuang.desktop DESTINATION share/applications)
install(FILES ${CMAKE_CURRENT_LIST_DIR}/../yichuang-hub.service DESTINATION lib/systemd/system COMPONENT hub)
install(FILES ${CMAKE_CURRENT_LIST_DIR}/../yichuang-hub.sysusers DESTINATION lib/sysusers.d RENAME yichuang-hub.conf COMPONENT hub)
install(FILES ${PROJECT_SOURCE_DIR}/app/hub/README.md DESTINATION share/doc/yichuang-hub COMPONENT hub)
include(CPack)
