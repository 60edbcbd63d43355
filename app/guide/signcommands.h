#pragma once

#include <QString>

class QTextStream;

/// Keys and signatures. Each gives its exit code: 0 done, or genuine; 1 refused, or not genuine.
class SignCommands
{
public:
    SignCommands(QTextStream &out, QTextStream &err) : m_out(out), m_err(err) { }

    /// Makes the key of \a publisher: publisher.key (to be kept) and publisher.pub (to be given to the windows) in \a folder.
    int makeKey(const QString &folder, const QString &publisher);
    /// Writes PACK.sig beside the pack \a file, which must be sound.
    int sign(const QString &file, const QString &keyFile);
    /// Says who published the pack \a file and whether it was altered; trusted are the *.pub files of \a publishers.
    int verify(const QString &file, const QString &publishers);

private:
    QTextStream &m_out;
    QTextStream &m_err;
};
