#include "core/offices/applications.h"

#include "core/domain/decide.h"
#include "core/domain/prefillcode.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <algorithm>

namespace offices {

using namespace Qt::StringLiterals;
using base::Fail;
using hub::ApplicationLine;
using By = hub::ApplicationRows::By;

namespace {

base::Error noSuchApplication()
{
    return {base::Error::Kind::Missing, u"there is no such application"_s, {}};
}

/// The digits of a region code that stand for a city or province and not for its parts: 411200 → 4112.
QString significant(const QString &regionCode)
{
    QString digits = regionCode;
    while (digits.endsWith("00"_L1))
        digits.chop(2);
    return digits;
}

base::Result<std::optional<ApplicationLine>> unexpired(const base::Result<std::optional<ApplicationLine>> &found, const QDateTime &now)
{
    const bool isGone = found && *found && (*found)->expires <= now;
    return isGone ? std::optional<ApplicationLine>() : found;
}

ApplicationStand standOf(const ApplicationLine &line, const domain::Case &file)
{
    if (line.state == ApplicationLine::State::Open)
        return ApplicationStand::Filling;
    if (file.filing)
        return ApplicationStand::Filed;
    if (file.stage == domain::Stage::Abandoned)
        return ApplicationStand::Ended;
    if (file.life.awaitsReview)
        return ApplicationStand::Reviewing;
    return file.notices.isEmpty() || line.state == ApplicationLine::State::AtWindow ? ApplicationStand::AtWindow
                                                                                    : ApplicationStand::ToSupplement;
}

qint64 bytesOf(const QList<DraftPicture> &pictures)
{
    qint64 sum = 0;
    for (const DraftPicture &picture : pictures)
        sum += picture.bytes;
    return sum;
}

}

base::Result<QList<HallChoice>> Applications::halls(const domain::Guide &guide) const
{
    const auto packs = m.guides.packs();
    const auto devices
        = within(m.engine.store, hub::Store::For::Reading, [](hub::Transaction &rows) { return rows.devices().devices(); });
    if (!packs || !devices)
        return Fail(!packs ? packs.error() : devices.error());
    const auto pack = std::ranges::find(*packs, guide.ref.pack, &PackLine::id);
    const QString region = pack == packs->end() ? QString() : significant(pack->regionCode);
    QList<HallChoice> halls;
    for (const hub::Device &device : *devices) {
        const bool isKnown = std::ranges::any_of(halls, [&](const HallChoice &hall) { return hall.code == device.hall; });
        if (device.revokedAt.isNull() && device.regionCode.startsWith(region) && !isKnown)
            halls << HallChoice{device.hall, device.card.hall, device.regionCode};
    }
    std::ranges::sort(halls, {}, &HallChoice::name);
    return halls;
}

base::Result<QString> Applications::mayNotBegin(hub::Transaction &rows, const QByteArray &network) const
{
    const base::Result<int> all = rows.applications().openOnes();
    const base::Result<int> ours = rows.applications().openOnesOf(m.engine.key.blinded("application network", QString::fromLatin1(network)));
    if (!all || !ours)
        return Fail(!all ? all.error() : ours.error());
    if (*ours >= mostOpenOfNetwork)
        return u"从您所在的网络开始的申请太多，都还没有提交。请先完成或者放弃已有的申请，或者换一个网络再试。"_s;
    if (*all >= mostOpen)
        return u"现在网上填写申请的人太多，请过几个小时再试，或者到窗口办理。"_s;
    return QString();
}

base::Result<Applications::Begun> Applications::begin(const QByteArray &network, const domain::GuideRef &ref, const QString &hall,
                                                      const Choices &choices) const
{
    const auto found = m.guides.guide(ref);
    if (!found)
        return Fail(found.error());
    if (!*found || !(*found)->inForce || (*found)->guide.matter.status == domain::MatterStatus::Catalogue)
        return Begun{{}, u"这个事项现在不能在网上申请，请到窗口办理。"_s};
    const auto open = halls((*found)->guide);
    if (!open)
        return Fail(open.error());
    if (std::ranges::none_of(*open, [&](const HallChoice &one) { return one.code == hall; }))
        return Begun{{}, u"请选择办理的政务服务中心。"_s};
    const QByteArray secret = freshSecret();
    const Draft draft{.guide = ref, .hall = hall, .choices = choices, .consentedAt = m.engine.now(), .resumeCode = freshResumeCode()};
    ApplicationLine line = freshLine(secret, draft.resumeCode, m.engine.key);
    line.network = m.engine.key.blinded("application network", QString::fromLatin1(network));
    line.madeAt = line.changedAt = m.engine.now();
    line.expires = line.madeAt.addDays(daysOpen);
    if (const base::Result<> sealed = seal(line, draft, m.engine.key); !sealed)
        return Fail(sealed.error());
    return within(m.engine.store, hub::Store::For::Writing, [&](hub::Transaction &rows) -> base::Result<Begun> {
        const base::Result<QString> against = mayNotBegin(rows, network);
        if (!against)
            return Fail(against.error());
        if (!against->isEmpty())
            return Begun{{}, *against};
        return rows.applications().put(line).map([&](qint64) { return Begun{secret, {}}; });
    });
}

base::Result<QByteArray> Applications::resume(const QString &code) const
{
    const QByteArray blinded = blindedResume(code, m.engine.key);
    return within(m.engine.store, hub::Store::For::Writing, [&](hub::Transaction &rows) -> base::Result<QByteArray> {
        const auto found = unexpired(rows.applications().application(By::Resume, blinded), m.engine.now());
        if (!found)
            return Fail(found.error());
        if (!*found)
            return QByteArray();
        const QByteArray secret = freshSecret();
        ApplicationLine line = **found;
        line.secret = blindedSecret(secret, m.engine.key);
        return rows.applications().put(line).map([&](qint64) { return secret; });
    });
}

base::Result<std::optional<ApplicationSheet>> Applications::sheetOf(const ApplicationLine &line, const Draft &draft) const
{
    using Sheet = std::optional<ApplicationSheet>;
    const auto found = m.guides.guide(draft.guide);
    if (!found)
        return Fail(found.error());
    if (!*found)
        return Sheet();
    const QDateTime now = m.engine.clock.now();
    ApplicationSheet sheet{.draft = draft, .guide = (*found)->guide, .expires = line.expires};
    const auto open = halls(sheet.guide);
    if (!open)
        return Fail(open.error());
    const auto hall = std::ranges::find(*open, draft.hall, &HallChoice::code);
    sheet.hall = hall == open->end() ? HallChoice{draft.hall, {}, {}} : *hall;
    domain::Case file = imaginedCase(sheet.guide, now);
    if (line.state != ApplicationLine::State::Open) {
        const auto opened = m.cases.open(line.caseUuid);
        if (!opened)
            return Fail(opened.error());
        if (!*opened)
            return Sheet();
        file = (*opened)->file;
    }
    sheet.stand = standOf(line, file);
    if (sheet.mayChange()) {
        const Course course = courseOf(file, draft, {}, sheet.guide);
        sheet.file = course.file;
        sheet.refused = course.refused;
        const auto ruling = domain::decide(sheet.file, domain::SubmitApplication{}, sheet.guide, m.rules, now);
        sheet.open = ruling ? QList<domain::Refusal>() : ruling.error();
    } else {
        sheet.file = std::move(file);
    }
    sheet.plan = domain::planOf(sheet.file, sheet.guide, now.date());
    if (sheet.stand == ApplicationStand::Reviewing)
        sheet.review = domain::twoHours(domain::Deadline::Kind::OnlineReview, sheet.file.life.submittedAt, m.rules);
    return Sheet(sheet);
}

base::Result<std::optional<ApplicationSheet>> Applications::look(const QByteArray &secret) const
{
    const auto found = within(m.engine.store, hub::Store::For::Reading, [&](hub::Transaction &rows) {
        return unexpired(rows.applications().application(By::Secret, blindedSecret(secret, m.engine.key)), m.engine.now());
    });
    if (!found)
        return Fail(found.error());
    if (!*found)
        return std::nullopt;
    return draftOf(**found, m.engine.key).and_then([&](const Draft &draft) { return sheetOf(**found, draft); });
}

base::Result<QStringList> Applications::change(const QByteArray &secret, const Change &change) const
{
    return within(m.engine.store, hub::Store::For::Writing, [&](hub::Transaction &rows) -> base::Result<QStringList> {
        const auto found
            = unexpired(rows.applications().application(By::Secret, blindedSecret(secret, m.engine.key)), m.engine.now());
        if (!found || !*found)
            return Fail(found ? noSuchApplication() : found.error());
        ApplicationLine line = **found;
        base::Result<Draft> draft = draftOf(line, m.engine.key);
        if (!draft)
            return Fail(draft.error());
        const base::Result<QStringList> against = change(rows, line, *draft);
        if (!against || !against->isEmpty())
            return against;
        line.changedAt = m.engine.now();
        line.expires = line.changedAt.addDays(line.state == ApplicationLine::State::Open ? daysOpen : daysAfter);
        if (const base::Result<> sealed = seal(line, *draft, m.engine.key); !sealed)
            return Fail(sealed.error());
        return rows.applications().put(line).map([](qint64) { return QStringList(); });
    });
}

/// As change(), while there is something to fill in: before it is submitted, and after a notice.
base::Result<QStringList> Applications::changeFilling(const QByteArray &secret, const Filling &filling) const
{
    const auto sheet = look(secret); // reads guide and case, which no transaction may wait for
    if (!sheet || !*sheet)
        return Fail(sheet ? noSuchApplication() : sheet.error());
    const bool isOpen = (*sheet)->stand == ApplicationStand::Filling;
    return change(secret, [&](hub::Transaction &rows, ApplicationLine &line, Draft &draft) -> base::Result<QStringList> {
        const bool isAsBefore = (line.state == ApplicationLine::State::Open) == isOpen;
        if (!(*sheet)->mayChange() || !isAsBefore)
            return QStringList{u"申请已经提交，现在不能修改。"_s};
        return filling(rows, line, draft, **sheet);
    });
}

base::Result<QStringList> Applications::choose(const QByteArray &secret, const Choices &choices) const
{
    return change(secret, [&](hub::Transaction &, ApplicationLine &line, Draft &draft) -> base::Result<QStringList> {
        if (line.state != ApplicationLine::State::Open)
            return QStringList{u"申请已经提交，不能再改选择。需要改的，请到窗口办理。"_s};
        draft.choices = choices;
        return QStringList();
    });
}

base::Result<QStringList> Applications::fill(const QByteArray &secret, const QMap<QString, QString> &typed) const
{
    return changeFilling(secret, [&](hub::Transaction &, ApplicationLine &, Draft &draft, const ApplicationSheet &before) -> base::Result<QStringList> {
        const QMap<QString, domain::Field> &fields = before.guide.fields;
        for (auto it = typed.begin(); it != typed.end(); ++it) {
            const auto field = fields.constFind(it.key());
            if (field != fields.constEnd())
                draft.fields.insert(it.key(), domain::fieldValue(*field, it.value()));
        }
        return QStringList();
    });
}

base::Result<QStringList> Applications::attach(const QByteArray &secret, const QString &material, const QByteArray &upload) const
{
    const auto sheet = look(secret);
    if (!sheet || !*sheet)
        return Fail(sheet ? noSuchApplication() : sheet.error());
    if (!(*sheet)->plan.material(material))
        return QStringList{u"您的清单里没有这份材料，请重新选择。"_s};
    const int room = mostPictures - int((*sheet)->draft.pictures.size());
    if (room <= 0)
        return QStringList{u"一次申请最多上传 %1 张图片，已经满了。请先删除不需要的。"_s.arg(mostPictures)};
    const Upload read = m.reader.read(upload, room); // outside of the transaction: it takes seconds
    if (!read.fault.isEmpty())
        return QStringList{read.fault};
    return changeFilling(secret, [&](hub::Transaction &rows, ApplicationLine &line, Draft &draft, const ApplicationSheet &before) -> base::Result<QStringList> {
        for (const UploadedPage &page : read.pages) {
            DraftPicture picture{.id = 0,
                                 .material = material,
                                 .kind = page.kind,
                                 .scan = QString::fromLatin1(QCryptographicHash::hash(page.bytes, QCryptographicHash::Sha256).toHex()),
                                 .bytes = page.bytes.size()};
            const bool isThere = std::ranges::any_of(draft.pictures, [&](const DraftPicture &one) { return one.scan == picture.scan; });
            if (isThere || domain::presentScan(before.file, picture.scan))
                return QStringList{u"这张图片已经上传过了，不用再传。"_s};
            if (draft.pictures.size() >= mostPictures || bytesOf(draft.pictures) + picture.bytes > mostBytes)
                return QStringList{u"上传的图片太多，放不下了。请先删除不需要的，或者带原件到窗口提交。"_s};
            const auto added = sealedPicture(line, page.bytes, m.engine.key).and_then([&](const journal::Sealed &sealed) {
                return rows.applications().addPicture(line.id, sealed);
            });
            if (!added)
                return Fail(added.error());
            picture.id = *added;
            draft.pictures << picture;
        }
        return QStringList();
    });
}

base::Result<QStringList> Applications::detach(const QByteArray &secret, qint64 picture) const
{
    return changeFilling(secret, [&](hub::Transaction &rows, ApplicationLine &line, Draft &draft, const ApplicationSheet &) -> base::Result<QStringList> {
        if (draft.pictures.removeIf([&](const DraftPicture &one) { return one.id == picture; }) == 0)
            return QStringList{u"没有这张图片，可能已经删除。"_s};
        return rows.applications().dropPicture(line.id, picture).map([] { return QStringList(); });
    });
}

base::Result<QStringList> Applications::discard(const QByteArray &secret) const
{
    return within(m.engine.store, hub::Store::For::Writing, [&](hub::Transaction &rows) -> base::Result<QStringList> {
        const auto found = rows.applications().application(By::Secret, blindedSecret(secret, m.engine.key));
        if (!found || !*found)
            return Fail(found ? noSuchApplication() : found.error());
        if ((*found)->state != ApplicationLine::State::Open)
            return QStringList{u"申请已经提交，不能在这里放弃。不想办了，请打电话告诉窗口。"_s};
        return rows.applications().drop((*found)->id).map([] { return QStringList(); });
    });
}

base::Result<std::optional<UploadedPage>> Applications::picture(const QByteArray &secret, qint64 id) const
{
    using Found = std::optional<UploadedPage>;
    return within(m.engine.store, hub::Store::For::Reading, [&](hub::Transaction &rows) -> base::Result<Found> {
        const auto line = unexpired(rows.applications().application(By::Secret, blindedSecret(secret, m.engine.key)), m.engine.now());
        if (!line || !*line)
            return line ? base::Result<Found>(Found()) : Fail(line.error());
        const auto draft = draftOf(**line, m.engine.key);
        const auto sealed = rows.applications().picture((*line)->id, id);
        if (!draft || !sealed)
            return Fail(!draft ? draft.error() : sealed.error());
        const auto named = std::ranges::find(draft->pictures, id, &DraftPicture::id);
        if (!*sealed || named == draft->pictures.end())
            return Found();
        return openedPicture(**line, **sealed, m.engine.key).map([&](const QByteArray &bytes) {
            return Found(UploadedPage{named->kind, bytes});
        });
    });
}

base::Result<int> Applications::sweep() const
{
    return within(m.engine.store, hub::Store::For::Writing,
                  [&](hub::Transaction &rows) { return rows.applications().dropExpired(m.engine.now()); });
}

}
