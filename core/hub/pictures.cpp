#include "core/hub/pictures.h"

#include "core/hub/history.h"
#include "core/hub/pieces.h"

#include <QCryptographicHash>

namespace hub {

using namespace Qt::StringLiterals;
using Code = wire::Problem::Code;

namespace {

QByteArray placeOfPiece(const QString &sha256, qint64 from)
{
    return "hub piece|" + sha256.toLatin1() + '|' + QByteArray::number(from);
}

/// The case of a picture; Unknown where there is none, or it was erased.
wire::Answer<CaseLine> caseOf(const QString &caseId, Transaction &rows)
{
    const auto lines = rows.records().cases({caseId});
    if (!lines)
        return refused(lines.error());
    const CaseLine line = lines->value(caseId);
    if (line.id == 0 || line.erased())
        return refused(Code::Unknown, u"there is no such case yet"_s);
    return line;
}

/// One picture inside one transaction.
class Receiving
{
public:
    Receiving(Transaction &rows, const Engine &engine, const Pictures::Name &name, const CaseLine &line, const Picture &picture)
        : m_rows(rows), m_engine(engine), m_name(name), m_line(line), m_picture(picture)
    {
    }

    /// Whether the picture is what its name says. Where it is not, it is begun again from nothing.
    wire::Answer<bool> put(qint64 from, const QByteArray &bytes)
    {
        const base::Result<base::Secret> key = keyOf(m_line, m_engine.key);
        if (!key)
            return refused(key.error());
        m_picture.have = from + bytes.size();
        m_picture.changed = m_engine.now();
        if (const base::Result<> written = writeNew(from, bytes, *key); !written)
            return refused(written.error());
        if (m_picture.have < m_picture.length)
            return true;
        const base::Result<bool> isRight = isWhatItsNameSays(*key);
        if (!isRight)
            return refused(isRight.error());
        m_picture.complete = *isRight;
        const base::Result<> done = *isRight ? m_rows.files().put(m_picture).map([](qint64) { })
                                             : m_rows.files().dropPicture(m_picture.id);
        if (!done)
            return refused(done.error());
        return *isRight;
    }
    wire::BlobState state() const { return {m_picture.complete, m_picture.have}; }

private:
    base::Result<> writeNew(qint64 from, const QByteArray &bytes, const base::Secret &key)
    {
        const base::Result<qint64> id = m_rows.files().put(m_picture);
        if (!id)
            return base::Fail(id.error());
        m_picture.id = *id;
        return m_rows.files().addPiece(m_picture.id,
                                       {from, bytes.size(), journal::seal(bytes, key, placeOfPiece(m_name.sha256, from))});
    }

    base::Result<bool> isWhatItsNameSays(const base::Secret &key)
    {
        const base::Result<QList<qint64>> starts = m_rows.files().pieces(m_picture.id);
        if (!starts)
            return base::Fail(starts.error());
        QCryptographicHash hash(QCryptographicHash::Sha256);
        for (const qint64 start : *starts) {
            const base::Result<std::optional<Piece>> piece = m_rows.files().piece(m_picture.id, start);
            if (!piece)
                return base::Fail(piece.error());
            const base::Result<QByteArray> bytes = *piece
                ? journal::unseal((*piece)->sealed, key, placeOfPiece(m_name.sha256, start))
                : base::Result<QByteArray>(QByteArray());
            if (!bytes)
                return base::Fail(bytes.error());
            hash.addData(*bytes);
        }
        return QString::fromLatin1(hash.result().toHex()) == m_name.sha256;
    }

    Transaction &m_rows;
    const Engine &m_engine;
    const Pictures::Name &m_name;
    const CaseLine &m_line;
    Picture m_picture;
};

}

wire::Answer<wire::BlobState> Pictures::state(const Name &name) const
{
    return within(m_engine.store, Store::For::Reading, [&](Transaction &rows) -> wire::Answer<wire::BlobState> {
        const wire::Answer<CaseLine> line = caseOf(name.caseId, rows);
        if (!line)
            return wire::Refused(line.error());
        const base::Result<std::optional<Picture>> picture = rows.files().picture(line->id, name.sha256);
        if (!picture)
            return refused(picture.error());
        return *picture ? wire::BlobState{(*picture)->complete, (*picture)->have} : wire::BlobState();
    });
}

wire::Answer<wire::BlobState> Pictures::put(const Name &name, qint64 from, const QByteArray &bytes) const
{
    if (name.length < 1 || name.length > largest)
        return refused(Code::TooLarge, u"a picture has 1 to %1 bytes"_s.arg(largest));
    if (bytes.isEmpty() || bytes.size() > wire::pieceBytes || from < 0 || from + bytes.size() > name.length)
        return refused(Code::BadRequest, u"a piece has 1 to %1 bytes and lies inside the picture"_s.arg(wire::pieceBytes));
    bool isRight = true;
    const auto state = within(m_engine.store, Store::For::Writing, [&](Transaction &rows) -> wire::Answer<wire::BlobState> {
        const wire::Answer<CaseLine> line = caseOf(name.caseId, rows);
        if (!line)
            return wire::Refused(line.error());
        const base::Result<std::optional<Picture>> known = rows.files().picture(line->id, name.sha256);
        if (!known)
            return refused(known.error());
        const Picture picture = known->value_or(Picture{.caseRow = line->id, .sha256 = name.sha256, .length = name.length});
        if (picture.length != name.length)
            return refused(Code::BadRequest, u"this picture was begun with another length"_s);
        if (picture.complete || from + bytes.size() <= picture.have)
            return wire::BlobState{picture.complete, picture.have};
        if (from != picture.have)
            return refused(Code::BadRequest, u"the next piece begins at %1"_s.arg(picture.have));
        Receiving receiving(rows, m_engine, name, *line, picture);
        const wire::Answer<bool> put = receiving.put(from, bytes);
        if (!put)
            return wire::Refused(put.error());
        isRight = *put;
        return receiving.state();
    });
    if (state && !isRight)
        return refused(Code::BadRequest, u"the pieces do not make the picture of this SHA-256; send it again"_s);
    return state;
}

wire::Answer<QByteArray> Pictures::read(const Device &device, const Name &name, qint64 from, qint64 most) const
{
    return read(&device.hall, name, from, most);
}

wire::Answer<QByteArray> Pictures::readWhole(const QString &caseId, const QString &sha256) const
{
    return read(nullptr, {caseId, sha256, 0}, 0, largest);
}

base::Result<QString> Pictures::keepWhole(Transaction &rows, const Engine &engine, const QString &caseId, const QByteArray &bytes)
{
    const QString sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    const auto lines = rows.records().cases({caseId});
    if (!lines)
        return base::Fail(lines.error());
    const CaseLine line = lines->value(caseId);
    const base::Result<base::Secret> key = keyOf(line, engine.key);
    const auto known = rows.files().picture(line.id, sha256);
    if (!key || !known)
        return base::Fail(!key ? key.error() : known.error());
    if (*known && (*known)->complete)
        return sha256;
    if (*known) { // a window had begun to send the very same
        if (const base::Result<> dropped = rows.files().dropPicture((*known)->id); !dropped)
            return base::Fail(dropped.error());
    }
    const base::Result<qint64> id = rows.files().put(Picture{.caseRow = line.id,
                                                             .sha256 = sha256,
                                                             .length = bytes.size(),
                                                             .have = bytes.size(),
                                                             .complete = true,
                                                             .changed = engine.now()});
    if (!id)
        return base::Fail(id.error());
    for (qint64 from = 0; from < bytes.size(); from += wire::pieceBytes) {
        const QByteArray piece = bytes.mid(from, wire::pieceBytes);
        const base::Result<> added
            = rows.files().addPiece(*id, {from, piece.size(), journal::seal(piece, *key, placeOfPiece(sha256, from))});
        if (!added)
            return base::Fail(added.error());
    }
    return sha256;
}

/// \a hall: of whose windows one asks; null: no window does.
wire::Answer<QByteArray> Pictures::read(const QString *hall, const Name &name, qint64 from, qint64 most) const
{
    return within(m_engine.store, Store::For::Reading, [&](Transaction &rows) -> wire::Answer<QByteArray> {
        const wire::Answer<CaseLine> line = caseOf(name.caseId, rows);
        if (!line)
            return wire::Refused(line.error());
        const base::Result<std::optional<Picture>> picture = rows.files().picture(line->id, name.sha256);
        if (!picture)
            return refused(picture.error());
        if ((hall && line->hall != *hall) || !*picture || !(*picture)->complete)
            return refused(Code::Unknown, u"there is no such picture yet"_s);
        const base::Result<base::Secret> key = keyOf(*line, m_engine.key);
        const base::Result<QList<qint64>> starts = rows.files().pieces((*picture)->id);
        if (!key || !starts)
            return refused(!key ? key.error() : starts.error());
        const auto piece = [&](qint64 start) -> base::Result<QByteArray> {
            const base::Result<std::optional<Piece>> sealed = rows.files().piece((*picture)->id, start);
            if (!sealed)
                return base::Fail(sealed.error());
            if (!*sealed)
                return QByteArray();
            return journal::unseal((*sealed)->sealed, *key, placeOfPiece(name.sha256, start));
        };
        const base::Result<QByteArray> bytes = assembled(*starts, from, qMin(from + most, (*picture)->length), piece);
        if (!bytes)
            return refused(bytes.error());
        return *bytes;
    });
}

}
