#pragma once

#include <QProcessEnvironment>
#include <QTemporaryDir>

namespace outside {

/// A home of its own for the programs of one test: they read and write nothing of whoever runs the tests, and meet no key
/// store, no session bus and no printer.
class Place
{
public:
    Place();

    /// \a name below the temporary folder.
    QString path(const QString &name) const { return m_folder.filePath(name); }
    const QProcessEnvironment &environment() const { return m_environment; }

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
};

/// A program of the built tree.
QString builtProgram(const QString &name);

/// The bytes of \a file; ends the test run when it cannot be read.
QByteArray bytesOf(const QString &file);
/// Ends the test run when \a bytes cannot be written to \a file.
void write(const QString &file, const QByteArray &bytes);

/// Copies every file below \a from, with its permissions, to where nothing is yet; ends the test run when it cannot.
void copyFolder(const QString &from, const QString &to);
/// Every file below \a folder with its bytes, by its path from there; \a without: ends of names that are left out.
QMap<QString, QByteArray> filesBelow(const QString &folder, const QStringList &without = {});

}
