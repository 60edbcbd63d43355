#include "ui/guides/importpanel.h"

#include "ui/guides/differencesmodel.h"
#include "ui/guides/importwords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/widgets/section.h"
#include "ui/words/words.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStringListModel>
#include <QTimer>

using namespace Qt::StringLiterals;
using Entrance = desk::GuideLook::Entrance;

namespace {

constexpr int timeToPaint = 30; // ms: so that “is being read” is seen before a big pack takes its time
constexpr int longestConsent = 500;

enum Fact { Pack, Version, Publisher, Region, Days, Matters, SignatureFact, StepFact, factCount };

QString factName(int fact)
{
    switch (Fact(fact)) {
    case Pack: return ImportPanel::tr("Pack");
    case Version: return ImportPanel::tr("Version");
    case Publisher: return ImportPanel::tr("Publisher");
    case Region: return ImportPanel::tr("Region");
    case Days: return ImportPanel::tr("In force");
    case Matters: return ImportPanel::tr("Matters");
    case SignatureFact: return ImportPanel::tr("Signature");
    case StepFact: return ImportPanel::tr("Against what is here");
    case factCount: break;
    }
    Q_UNREACHABLE();
}

/// Which file it is stands above; each fault says where in it.
QStringList sentencesOf(const desk::GuideLook &look)
{
    QStringList sentences;
    for (const base::Error &fault : look.faults) {
        const QString place = fault.place == look.file ? QString() : QString(fault.place).remove(look.file + u": "_s);
        sentences << (place.isEmpty() ? fault.detail : place + u": "_s + fault.detail);
    }
    return sentences;
}

}

ImportPanel::ImportPanel(desk::GuideReading &reading, QWidget *parent) :
    QWidget(parent), m_reading(reading), m_differences(new DifferencesModel(this)), m_faults(new QStringListModel(this)),
    m_file(new QLabel(this)), m_badge(new Badge({}, this)), m_whatToDo(new QLabel(this)),
    m_detailsHead(new SectionHeader(QString(), this)), m_details(new QListView(this)), m_person(new QLineEdit(this)),
    m_reason(new QLineEdit(this)), m_leave(new QPushButton(tr("Do not import  Esc"), this)), m_import(new QPushButton(tr("Import"), this)),
    m_message(new InlineMessage(this, InlineMessage::Escape::LeftToOwner))
{
    theme::dress(*m_file, theme::Type::Caption, theme::Colour::Muted);
    theme::dress(*m_whatToDo, theme::Type::Strong);
    m_file->setTextFormat(Qt::PlainText);
    m_file->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_whatToDo->setWordWrap(true);
    m_badge->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    prepareDifferences(*m_details, m_differences);

    auto *card = new Card(this);
    auto *verdict = new QHBoxLayout;
    verdict->setSpacing(theme::space(3));
    verdict->addWidget(m_badge, 0, Qt::AlignTop);
    verdict->addWidget(m_whatToDo, 1);
    card->body()->addWidget(new SectionHeader(tr("Import a guide pack"), card));
    card->body()->addWidget(m_file);
    card->body()->addLayout(verdict);
    card->body()->addWidget(m_message);
    card->body()->addWidget(hairline(card));
    card->body()->addLayout(buildFacts());
    card->body()->addWidget(hairline(card));
    card->body()->addWidget(m_detailsHead);
    card->body()->addWidget(m_details, 1);
    card->body()->addWidget(buildConsent());
    card->body()->addLayout(buildActs());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
}

QLayout *ImportPanel::buildFacts()
{
    auto *facts = new QGridLayout;
    facts->setHorizontalSpacing(theme::space(4));
    facts->setVerticalSpacing(theme::space(1));
    facts->setColumnStretch(1, 1);
    for (int fact = 0; fact < factCount; ++fact) {
        auto *name = new QLabel(factName(fact), this);
        theme::dress(*name, theme::Type::Caption, theme::Colour::Muted);
        name->setContentsMargins(0, 2, 0, 0); // on one line with the bigger letters beside it
        auto *value = new QLabel(this);
        value->setTextFormat(Qt::PlainText);
        value->setWordWrap(true);
        facts->addWidget(name, fact, 0, Qt::AlignTop);
        facts->addWidget(value, fact, 1);
        m_facts.emplace_back(name, value);
    }
    return facts;
}

QWidget *ImportPanel::buildConsent()
{
    m_consent = new QWidget(this);
    m_person->setAccessibleName(tr("Name of the administrator"));
    m_person->setPlaceholderText(tr("Name of the administrator"));
    m_person->setFixedWidth(theme::space(50));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("Why this pack may come in without a trusted signature"));
    m_person->setMaxLength(longestConsent);
    m_reason->setMaxLength(longestConsent);
    auto *row = new QHBoxLayout(m_consent);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::space(2));
    row->addWidget(m_person);
    row->addWidget(m_reason, 1);
    for (QLineEdit *field : {m_person, m_reason})
        connect(field, &QLineEdit::textChanged, this, &ImportPanel::askConsent);
    connect(m_person, &QLineEdit::returnPressed, m_reason, qOverload<>(&QWidget::setFocus));
    connect(m_reason, &QLineEdit::returnPressed, m_import, &QPushButton::click);
    return m_consent;
}

QLayout *ImportPanel::buildActs()
{
    m_import->setAutoDefault(true);
    theme::setKind(*m_import, theme::Kind::Primary);
    m_leave->setAutoDefault(true);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(theme::space(2));
    acts->addStretch(1);
    acts->addWidget(m_leave);
    acts->addWidget(m_import);
    connect(m_leave, &QPushButton::clicked, this, &ImportPanel::leaveRequested);
    connect(m_import, &QPushButton::clicked, this, &ImportPanel::import);
    return acts;
}

void ImportPanel::look(const QString &file)
{
    m_message->dismiss();
    m_person->clear();
    m_reason->clear();
    m_look = {};
    m_file->setText(QDir::toNativeSeparators(file));
    m_file->setToolTip(m_file->text());
    m_badge->setFace({tr("Being read …"), BadgeFace::Look::Neutral, u"clock"_s});
    m_whatToDo->setText(tr("The pack is being read and compared with the guides in use."));
    for (int fact = 0; fact < factCount; ++fact)
        sayFact(fact, {});
    m_details->setModel(nullptr);
    m_detailsHead->setTitle({});
    m_detailsHead->setCaption({});
    m_consent->hide();
    m_import->hide();
    QTimer::singleShot(timeToPaint, this, [this, file] { showLook(m_reading.look(file)); });
}

void ImportPanel::showLook(const desk::GuideLook &look)
{
    m_look = look;
    showFacts();
    showDetails();
    showEntrance();
    if (isVisible())
        takeFocus();
}

/// What is not known takes no line.
void ImportPanel::sayFact(int fact, const QString &value)
{
    const auto &[name, said] = m_facts[fact];
    said->setText(value);
    name->setVisible(!value.isEmpty());
    said->setVisible(!value.isEmpty());
}

void ImportPanel::showFacts()
{
    sayFact(SignatureFact, m_look.bytes.isEmpty() ? QString() : importwords::signature(m_look.signature));
    sayFact(StepFact, importwords::step(m_look));
    if (!m_look.pack)
        return;
    const domain::GuidePack &pack = *m_look.pack;
    sayFact(Pack, u"%1  (%2)"_s.arg(pack.title, pack.id));
    sayFact(Version, pack.version);
    sayFact(Publisher, pack.publisher);
    sayFact(Region, pack.regionName);
    sayFact(Days, pack.until.isValid() ? tr("%1 to %2").arg(words::day(pack.from), words::day(pack.until))
                                                : tr("from %1").arg(words::day(pack.from)));
    sayFact(Matters, QString::number(pack.matters.size()));
}

void ImportPanel::showEntrance()
{
    const Entrance entrance = m_look.entrance();
    m_badge->setFace(importwords::badge(entrance));
    m_whatToDo->setText(importwords::whatToDo(m_look));
    m_consent->setVisible(entrance == Entrance::Consent);
    m_import->setVisible(entrance == Entrance::Open || entrance == Entrance::Consent);
    askConsent();
}

void ImportPanel::showDetails()
{
    if (!m_look.faults.isEmpty()) {
        m_faults->setStringList(sentencesOf(m_look));
        m_details->setModel(m_faults);
        m_details->setAccessibleName(tr("What is wrong"));
        m_detailsHead->setTitle(tr("What is wrong"));
        m_detailsHead->setCaption(tr("%n fault(s)", nullptr, int(m_look.faults.size())));
        return;
    }
    m_differences->show(m_look.differences);
    prepareDifferences(*m_details, m_differences);
    m_detailsHead->setTitle(tr("What it changes"));
    m_detailsHead->setCaption(m_look.versionInUse.isEmpty() ? tr("nothing of this pack is in use yet") : m_differences->summary());
}

void ImportPanel::askConsent()
{
    const bool isAnswered = !m_person->text().trimmed().isEmpty() && !m_reason->text().trimmed().isEmpty();
    m_import->setEnabled(m_look.entrance() == Entrance::Open || isAnswered);
}

void ImportPanel::takeFocus()
{
    if (m_consent->isVisibleTo(this))
        m_person->setFocus(Qt::OtherFocusReason);
    else if (m_import->isVisibleTo(this))
        m_import->setFocus(Qt::OtherFocusReason);
    else
        m_leave->setFocus(Qt::OtherFocusReason);
}

QString ImportPanel::whatNow(const QString &versionBefore) const
{
    if (m_look.pack->from > m_reading.today())
        return tr("It comes into force on %1; until then it can be compared with F4.").arg(words::day(m_look.pack->from));
    if (m_look.step == desk::GuideLook::Step::Older)
        return tr("Version %1 stays in use; F4 compares the two.").arg(versionBefore);
    return tr("New cases use it from now on; F4 compares it with what was here before.");
}

void ImportPanel::import()
{
    const bool needsConsent = m_look.entrance() == Entrance::Consent;
    const auto consent = needsConsent ? std::optional(desk::Consent{m_person->text(), m_reason->text()}) : std::nullopt;
    const base::Result<> done = m_reading.import(m_look, consent);
    if (!done) {
        const bool isStorage = done.error().kind == base::Error::Kind::Storage;
        m_message->tell(InlineMessage::Level::Error, tr("Not imported. The guides in use stay as they are."),
                        isStorage ? words::sentence(done.error()) : done.error().detail);
        return;
    }
    emit imported(tr("“%1”, version %2, was imported.").arg(m_look.pack->title, m_look.pack->version), whatNow(m_look.versionInUse));
}
