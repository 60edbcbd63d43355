#include "app/guide/signcommands.h"

#include "core/base/durablefile.h"
#include "core/guides/packreader.h"
#include "core/guides/signature.h"

#include <QDir>
#include <QFile>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

int failWith(QTextStream &err, const base::Error &error)
{
    err << error.place << u": "_s << error.detail << '\n';
    return 1;
}

/// A signature is given away with its pack, so everybody may read it.
base::Result<> writeOpenly(const QString &file, const QByteArray &bytes)
{
    const base::Result<> written = base::writeChosen(file, bytes);
    if (written && !QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther))
        return base::Fail({base::Error::Kind::Storage, u"cannot be made readable for others"_s, file});
    return written;
}

}

int SignCommands::makeKey(const QString &folder, const QString &publisher)
{
    const base::Result<guides::PublisherKey> key = guides::makePublisherKey(publisher);
    if (!key)
        return failWith(m_err, key.error());
    QDir().mkpath(folder); // when it cannot be made, writing says why
    if (const base::Result<> written = guides::writeKey(*key, folder); !written)
        return failWith(m_err, written.error());
    m_out << u"发布单位：%1\n密钥编号：%2\n"_s.arg(key->publisher.name, key->publisher.keyId())
          << u"%1/publisher.key：私钥，只留在发布单位，不得外传\n"_s.arg(folder)
          << u"%1/publisher.pub：公钥，发给各窗口，放入程序数据目录或窗口数据目录的 publishers 文件夹\n"_s.arg(folder);
    return 0;
}

int SignCommands::sign(const QString &file, const QString &keyFile)
{
    const base::Result<guides::PublisherKey> key = guides::readKey(keyFile);
    if (!key)
        return failWith(m_err, key.error());
    const base::Result<QByteArray> bytes = guides::readPackFile(file);
    if (!bytes)
        return failWith(m_err, bytes.error());
    const QString signature = guides::signatureFile(file);
    if (guides::signedAs(*bytes) == guides::Signed::DishonestyList) {
        const QByteArray made = guides::signatureOf(*bytes, *key, guides::Signed::DishonestyList);
        if (const base::Result<> written = writeOpenly(signature, made); !written)
            return failWith(m_err, written.error());
        m_out << u"已签名：失信人员名单，由“%1”发布（密钥%2）\n%3\n"_s.arg(key->publisher.name, key->publisher.keyId(), signature);
        return 0;
    }
    const base::Result<domain::GuidePack> pack = guides::readPack(*bytes, file);
    if (!pack)
        return failWith(m_err, pack.error());
    if (const base::Result<> written = writeOpenly(signature, guides::signatureOf(*bytes, *key)); !written)
        return failWith(m_err, written.error());
    m_out << u"已签名：%1 %2，由“%3”发布（密钥%4）\n%5\n"_s.arg(pack->id, pack->version, key->publisher.name,
                                                                key->publisher.keyId(), signature);
    return 0;
}

int SignCommands::verify(const QString &file, const QString &publishers)
{
    const base::Result<QByteArray> bytes = guides::readPackFile(file);
    if (!bytes)
        return failWith(m_err, bytes.error());
    const base::Result<std::optional<QByteArray>> signature = base::readWhole(guides::signatureFile(file));
    if (!signature)
        return failWith(m_err, signature.error());
    const guides::Publishers trusted = guides::readPublishers(publishers);
    for (const base::Error &fault : trusted.faults)
        failWith(m_err, fault);
    const guides::SignatureState state = guides::checkSignature(*bytes, *signature, trusted.publishers, guides::signedAs(*bytes));
    m_out << file << u"："_s << guides::sentence(state) << '\n';
    return state.kind == guides::SignatureState::Kind::Genuine ? 0 : 1;
}
