#pragma once

#include "app/hub/web/site.h"
#include "core/base/datafolder.h"
#include "core/domain/casenumber.h"
#include "core/domain/decide.h"
#include "core/domain/commands.h"
#include "core/guides/hallclocks.h"
#include "core/guides/packreader.h"
#include "core/hub/bookshelf.h"
#include "core/papers/stamp.h"
#include "tests/app/hub/store/hubworld.h"

#include <QFile>

/// A hub with pages, a guide in its library, and a window that has a citizen's case: what the citizen sees of it.
class CitizenWorld final
{
public:
    explicit CitizenWorld(const hubworld::Room &room, const QString &publicUrl = {}) : center(room), window(center)
    {
        using namespace Qt::StringLiterals;
        center.clock.time = QDateTime(QDate(2026, 11, 23), QTime(9, 30), Qt::OffsetFromUTC, 8 * 3600);
        QFile file(base::dataFolder() + u"/guides/sanmenxia-personal.json"_s);
        if (!file.open(QFile::ReadOnly))
            qFatal("no guide");
        const QByteArray bytes = file.readAll();
        const auto pack = guides::readPack(bytes, file.fileName());
        guide = *domain::guideOf(*pack, u"newborn"_s);
        if (!hub::Bookshelf(center.engine).publish({.kind = u"pack"_s, .name = pack->id, .version = pack->version}, bytes)
            || !window.enrol(u"hall-1"_s))
            qFatal("no library, or no window");
        rules = guides::clocksOf(*base::readSettings({}), {base::dataFolder() + u"/calendars"_s})->rules;
        auto opened = web::Site::open(center.engine, {.share = base::dataFolder(), .hall = {}, .publicUrl = publicUrl});
        if (!opened)
            qFatal("%s", qPrintable(opened.error().place + opened.error().detail));
        site = std::move(*opened);
    }

    /// A case of the window, not filed yet; its number.
    QString openCase()
    {
        using namespace Qt::StringLiterals;
        const domain::CaseNumber number{u"411202"_s, window.windowCode, window.mark, center.clock.now().date(), ++m_serial};
        m_caseId = hubworld::freshUuid();
        m_file = {};
        take(domain::CaseOpened{m_caseId, number.text(), guide.ref});
        return number.text();
    }
    /// The same, filed with everything there for an applicant of this number.
    QString fileCase(const QString &identity)
    {
        const QString number = openCase();
        settle(domain::VerdictKind::OriginalSeen, identity, [this] {
            return domain::obstaclesToFiling(m_file, guide, rules, center.clock.now());
        });
        must(domain::FileCase{});
        send();
        return number;
    }
    /// A case of which everything is missing and the applicant was told.
    QString refuseCase(const QString &identity)
    {
        const QString number = openCase();
        settle(domain::VerdictKind::Missing, identity, [this] {
            return domain::obstaclesToNotice(m_file, guide, rules, center.clock.now());
        });
        must(domain::IssueNotice{});
        send();
        return number;
    }
    /// Carries \a command out by the rules of the window; send() brings it to the hub.
    void must(const domain::Command &command)
    {
        const auto facts = domain::decide(m_file, command, guide, rules, center.clock.now());
        if (!facts)
            qFatal("refused: %d %s %s", int(facts.error().constFirst().why), qPrintable(facts.error().constFirst().id),
                   qPrintable(facts.error().constFirst().subject));
        for (const domain::Fact &fact : *facts)
            take(fact);
    }
    void send()
    {
        const auto pushed = window.pushAll();
        if (!pushed)
            qFatal("not pushed: %s", qPrintable(pushed.error().detail));
        if (pushed->acknowledged != window.events.size())
            qFatal("the hub has not got everything");
    }
    const domain::Case &file() const { return m_file; }
    domain::Plan plan() const { return domain::planOf(m_file, guide, center.clock.now().date()); }

    /// What stands in the code of the case's receipt behind …/c/: signed by the window, or by \a another key.
    QString code(domain::PaperKind kind = domain::PaperKind::FilingReceipt, const people::WindowKey *another = nullptr) const
    {
        const papers::Stamp stamp = papers::stampOf(m_file, plan(), {.kind = kind});
        const people::WindowKey &key = another ? *another : window.key;
        const QByteArray keyId = window.key.publicKey().keyId();
        const QString all = papers::stampedCode(QStringLiteral("https://h/c/") + m_file.number, stamp, keyId,
                                                key.sign(papers::stampPurpose, papers::signedBytes(stamp)));
        return all.mid(all.lastIndexOf(u'/') + 1);
    }

    hub::Response get(const QString &target) { return ask("GET", target.toUtf8(), {}); }
    hub::Response post(const QByteArray &target, const QByteArray &form, const QByteArray &peer = "203.0.113.9")
    {
        return ask("POST", target, form, peer);
    }

    hubworld::Hub center;
    hubworld::Window window;
    domain::Guide guide;
    domain::ClockRules rules;
    std::unique_ptr<web::Site> site;

private:
    template <class Obstacles>
    void settle(domain::VerdictKind verdict, const QString &identity, const Obstacles &obstacles)
    {
        using Why = domain::Refusal::Why;
        for (QList<domain::Refusal> open = obstacles(); !open.isEmpty(); open = obstacles()) {
            const domain::Refusal &first = open.constFirst();
            if (first.why == Why::SituationOpen)
                must(domain::AnswerSituation{first.id, guide.matter.situation(first.id)->options.constFirst().id});
            else if (first.why == Why::FieldMissing)
                must(domain::EnterField{first.id, valueOf(guide.fields.value(first.id), identity)});
            else
                must(domain::GiveVerdict{first.id, {.kind = verdict}});
        }
    }
    static QString valueOf(const domain::Field &field, const QString &identity)
    {
        using namespace Qt::StringLiterals;
        using Kind = domain::Field::Kind;
        static const QMap<Kind, QString> values{{Kind::PersonName, u"测试·样例"_s}, {Kind::Phone, u"13800138000"_s},
                                                {Kind::Date, u"20261120"_s},       {Kind::Number, u"3300"_s},
                                                {Kind::CreditCode, u"91350100M000100Y43"_s}};
        if (field.kind == Kind::IdNumber)
            return field.role == domain::Field::Role::Applicant ? identity : u"11010519491231002X"_s;
        return field.kind == Kind::Choice ? field.choices.value(0) : values.value(field.kind, u"样例路77号"_s);
    }
    void take(const domain::Fact &fact)
    {
        m_file = domain::apply(std::move(m_file), {center.clock.now(), QStringLiteral("窗口人员甲"), fact});
        window.write(m_caseId, fact);
    }
    hub::Response ask(const QByteArray &method, const QByteArray &target, const QByteArray &form, const QByteArray &peer = "203.0.113.9")
    {
        return site->door().handle({.method = method,
                                    .target = target,
                                    .headers = {{"host", "hub.example"}, {"content-type", "application/x-www-form-urlencoded"}},
                                    .body = form,
                                    .peer = peer});
    }

    domain::Case m_file;
    QString m_caseId;
    int m_serial = 0;
};
