#include "core/offices/applications.h"

#include "core/domain/casenumber.h"
#include "core/domain/decide.h"
#include "core/domain/prefillcode.h"
#include "core/hub/ownfacts.h"
#include "core/hub/pictures.h"
#include "core/offices/formsentences.h"

#include <QRandomGenerator>
#include <QUuid>

#include <algorithm>

namespace offices {

using namespace Qt::StringLiterals;
using base::Fail;
using hub::ApplicationLine;
using By = hub::ApplicationRows::By;

// How a draft becomes a case of a hall: opened by the hub as a writer of its own, in the transaction that uses the draft up.

namespace {

const QString applicantAsActor = u"网上申请"_s;
const QString hubWindowCode = u"000"_s; ///< no window has it, see core/hub/enrolling

QStringList sentencesOf(const QList<domain::Refusal> &refused)
{
    QStringList sentences;
    for (const domain::Refusal &refusal : refused)
        sentences << applicantSentenceOf(refusal);
    return sentences;
}

/// Two characters that change when the hub is put back from a copy, so that no number is given twice.
QString markOf(const hub::Self &self)
{
    static const QString letters = u"0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"_s;
    const QByteArray hash = journal::hashOf("mark of the hub|" + self.epoch.toUtf8());
    return QString(letters[uchar(hash[0]) % letters.size()]) + letters[uchar(hash[1]) % letters.size()];
}

/// What was attached goes to its material, or to nothing where the list does not ask for it any more.
QList<domain::Command> attachingOf(const Draft &draft, const domain::Plan &plan)
{
    QList<domain::Command> commands;
    for (const DraftPicture &picture : draft.pictures)
        commands << domain::AttachScan{picture.scan, plan.material(picture.material) ? picture.material : QString(), picture.kind,
                                       picture.bytes, {}};
    return commands;
}

}

/// \a opening, what was chosen, what was filled in and is asked for, and the pictures.
Course Applications::courseOf(const domain::Case &file, const Draft &draft, const QList<domain::Command> &opening,
                              const domain::Guide &guide) const
{
    const QDateTime now = m.engine.clock.now();
    Course course = carriedOut(file, opening + commandsOf(draft.choices, guide), guide, m.rules, now);
    domain::EnterFields form;
    for (const domain::Plan::FieldLine &line : domain::planOf(course.file, guide, now.date()).fields) {
        if (draft.fields.contains(line.field.id))
            form.fields << domain::EnterField{line.field.id, draft.fields[line.field.id]};
    }
    goOn(course, {form}, guide, m.rules, now);
    goOn(course, attachingOf(draft, domain::planOf(course.file, guide, now.date())), guide, m.rules, now);
    return course;
}

/// The pictures of the draft become those of its case.
base::Result<> Applications::movePictures(hub::Transaction &rows, const ApplicationLine &line, const Draft &draft) const
{
    for (const DraftPicture &picture : draft.pictures) {
        const auto sealed = rows.applications().picture(line.id, picture.id);
        if (!sealed || !*sealed)
            return Fail(sealed ? base::Error{base::Error::Kind::Damaged, u"a picture of an application is not there"_s, {}} : sealed.error());
        const auto kept = openedPicture(line, **sealed, m.engine.key).and_then([&](const QByteArray &bytes) {
            return hub::Pictures::keepWhole(rows, m.engine, line.caseUuid, bytes);
        });
        if (!kept)
            return Fail(kept.error());
        if (*kept != picture.scan)
            return Fail({base::Error::Kind::Damaged, u"a picture of an application is another"_s, {}});
    }
    return rows.applications().dropPicturesOf(line.id);
}

base::Result<QStringList> Applications::openCase(hub::Transaction &rows, ApplicationLine &line, Draft &draft, const Opening &opening,
                                                 hub::Growth &growth) const
{
    const QDateTime now = m.engine.clock.now();
    if (opening.submits) { // before a number is taken
        const Course trial = courseOf(imaginedCase(opening.guide, now), draft, {}, opening.guide);
        const auto ruling = domain::decide(trial.file, domain::SubmitApplication{}, opening.guide, m.rules, now);
        if (!ruling)
            return sentencesOf(ruling.error());
    }
    const auto self = rows.devices().self();
    const auto serial = rows.applications().nextCaseSerial(opening.hall.regionCode, now.date());
    if (!self || !serial)
        return Fail(!self ? self.error() : serial.error());
    if (*serial > casesOfADay)
        return QStringList{u"今天网上申请已经满了，请明天再试，或者到窗口办理。已经填写的内容都在。"_s};
    const domain::CaseNumber number{opening.hall.regionCode, hubWindowCode, markOf(*self), now.date(), *serial};
    line.caseUuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    Course course = courseOf({}, draft, {domain::OpenCase{line.caseUuid, number.text()}}, opening.guide);
    if (opening.submits)
        goOn(course, {domain::SubmitApplication{}}, opening.guide, m.rules, now);
    const auto grown = hub::openIn(rows, m.engine, line.caseUuid, opening.hall.code, applicantAsActor, course.facts);
    if (!grown)
        return Fail(grown.error());
    growth = *grown;
    return movePictures(rows, line, draft).map([&] {
        // What was filled in stands in the case from now on, and nowhere else.
        draft.choices = {};
        draft.fields.clear();
        draft.pictures.clear();
        return QStringList();
    });
}

base::Result<QStringList> Applications::supplement(hub::Transaction &rows, ApplicationLine &line, Draft &draft, const domain::Guide &guide,
                                                   hub::Growth &growth) const
{
    QStringList against;
    const auto act = [&](const domain::Case &file) -> base::Result<QList<domain::Fact>> {
        Course course = courseOf(file, draft, {}, guide);
        if (course.facts.isEmpty() && file.stage == domain::Stage::Intake && !file.life.awaitsReview) {
            against = QStringList{u"还没有补充任何内容。请按一次性告知书上传材料或者改正填写的内容，再提交。"_s};
            return QList<domain::Fact>();
        }
        const auto ruling
            = domain::decide(course.file, domain::SubmitApplication{}, guide, m.rules, m.engine.clock.now());
        against = ruling ? QStringList() : sentencesOf(ruling.error());
        return ruling ? course.facts + *ruling : QList<domain::Fact>();
    };
    const auto also = [&](hub::Transaction &, const domain::Case &) -> base::Result<> {
        return against.isEmpty() ? movePictures(rows, line, draft) : base::Result<>();
    };
    const auto grown = hub::appendIn(rows, m.engine, line.caseUuid, applicantAsActor, act, also);
    if (!grown)
        return Fail(grown.error());
    growth = *grown;
    if (against.isEmpty()) {
        draft.fields.clear();
        draft.pictures.clear();
    }
    return against;
}

base::Result<QStringList> Applications::submit(const QByteArray &secret) const
{
    hub::Growth growth;
    const auto against = changeFilling(secret, [&](hub::Transaction &rows, ApplicationLine &line, Draft &draft,
                                                   const ApplicationSheet &before) -> base::Result<QStringList> {
        growth.clear();
        if (line.state != ApplicationLine::State::Open)
            return supplement(rows, line, draft, before.guide, growth);
        if (before.hall.regionCode.isEmpty())
            return QStringList{u"这个政务服务中心现在不能在网上受理，请到窗口办理，或者打电话询问。已经填写的内容都在。"_s};
        line.state = ApplicationLine::State::Submitted;
        line.window.clear();
        draft.windowCode.clear();
        return openCase(rows, line, draft, {before.hall, before.guide, true}, growth);
    });
    if (against)
        m.engine.tell(growth);
    return against;
}

base::Result<QStringList> Applications::askForWindowCode(const QByteArray &secret) const
{
    return change(secret, [&](hub::Transaction &rows, ApplicationLine &line, Draft &draft) -> base::Result<QStringList> {
        if (line.state != ApplicationLine::State::Open)
            return QStringList{u"申请已经提交，到窗口报办件编号就可以。"_s};
        constexpr int mostTries = 40;
        for (int tried = 0; tried < mostTries && draft.windowCode.isEmpty(); ++tried) {
            constexpr quint32 nineDigits = 1'000'000'000;
            const auto code = domain::prefillCodeOf(u"%1"_s.arg(QRandomGenerator::system()->bounded(nineDigits), 9, 10, QChar(u'0')));
            if (!code)
                continue;
            const auto taken = rows.applications().application(By::Window, blindedWindow(*code, m.engine.key));
            if (!taken)
                return Fail(taken.error());
            if (!*taken)
                draft.windowCode = *code;
        }
        line.window = blindedWindow(draft.windowCode, m.engine.key);
        return QStringList();
    });
}

/// Of the draft with this code; nothing: there is none that waits.
base::Result<std::optional<domain::Guide>> Applications::guideFor(const QString &windowCode) const
{
    using Found = std::optional<domain::Guide>;
    const auto line = within(m.engine.store, hub::Store::For::Reading, [&](hub::Transaction &rows) {
        return rows.applications().application(By::Window, blindedWindow(windowCode, m.engine.key));
    });
    if (!line || !*line)
        return line ? base::Result<Found>(Found()) : Fail(line.error());
    return draftOf(**line, m.engine.key).and_then([&](const Draft &draft) { return m.guides.guide(draft.guide); })
        .map([](const std::optional<FoundGuide> &found) { return found ? Found(found->guide) : Found(); });
}

base::Result<Applications::Fetched> Applications::fetchIn(hub::Transaction &rows, const hub::Device &device, const QString &code,
                                                          const domain::Guide &guide, hub::Growth &growth) const
{
    using Why = Fetched::Why;
    const auto found = rows.applications().application(By::Window, blindedWindow(code, m.engine.key));
    if (!found)
        return Fail(found.error());
    if (!*found || (*found)->expires <= m.engine.now())
        return Fetched{{}, {}, Why::Unknown};
    ApplicationLine line = **found;
    if (line.state == ApplicationLine::State::AtWindow && line.device != device.uuid)
        return Fetched{{}, {}, Why::UsedElsewhere};
    if (line.state == ApplicationLine::State::Open) {
        base::Result<Draft> draft = draftOf(line, m.engine.key);
        if (!draft)
            return Fail(draft.error());
        line.state = ApplicationLine::State::AtWindow;
        line.device = device.uuid;
        line.changedAt = m.engine.now();
        line.expires = line.changedAt.addDays(daysAfter);
        const HallChoice hall{device.hall, device.card.hall, device.regionCode};
        const auto against = openCase(rows, line, *draft, {hall, guide, false}, growth);
        if (!against)
            return Fail(against.error());
        if (!against->isEmpty())
            return Fetched{{}, {}, Why::Full};
        const auto kept = seal(line, *draft, m.engine.key).and_then([&] { return rows.applications().put(line); });
        if (!kept)
            return Fail(kept.error());
    }
    return rows.records().cases({line.caseUuid}).map([&](const QHash<QString, hub::CaseLine> &lines) {
        return Fetched{line.caseUuid, lines.value(line.caseUuid).number, Why::None};
    });
}

base::Result<Applications::Fetched> Applications::fetch(const hub::Device &device, const QString &code) const
{
    const auto guide = guideFor(code); // before the transaction: it may read the library
    if (!guide || !*guide)
        return guide ? base::Result<Fetched>(Fetched{{}, {}, Fetched::Why::Unknown}) : Fail(guide.error());
    hub::Growth growth;
    const auto fetched = within(m.engine.store, hub::Store::For::Writing, [&](hub::Transaction &rows) {
        growth.clear();
        return fetchIn(rows, device, code, **guide, growth);
    });
    if (fetched)
        m.engine.tell(growth);
    return fetched;
}

}
