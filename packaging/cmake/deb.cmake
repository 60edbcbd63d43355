# cpack -G DEB in a configured build folder makes a package for Debian 12.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME yichuang)
set(CPACK_PACKAGE_VENDOR Yichuang)
set(CPACK_PACKAGE_CONTACT "Yichuang maintainers <maintainers@yichuang.invalid>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
# Libraries are found by their symbols; plugins, faces and data that are only opened at run time are not.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS
    "libqt6sql6-sqlite, libqt6svg6, poppler-data, qt6-qpa-plugins, qt6-translations-l10n, fonts-noto-cjk, tzdata")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "cups, gnome-keyring, qt6-wayland, sane-utils")

install(FILES ${CMAKE_CURRENT_LIST_DIR}/../yichuang.desktop DESTINATION share/applications)
include(CPack)
