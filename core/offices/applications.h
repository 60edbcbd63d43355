#pragma once

#include "core/domain/plan.h"
#include "core/offices/draft.h"
#include "core/offices/guidestand.h"
#include "core/offices/hubcases.h"
#include "core/offices/uploadreader.h"

namespace offices {

/// A hall where one may apply.
struct HallChoice {
    QString code; ///< of its scope
    QString name;
    QString regionCode; ///< GB/T 2260
    bool operator==(const HallChoice &) const = default;
};

/// How far an application has come, as its applicant is told.
enum class ApplicationStand {
    Filling,
    Reviewing, ///< a window looks at it
    ToSupplement, ///< the one-time notice is out
    AtWindow, ///< a window has it in hand
    Filed, ///< the receipt is out
    Ended, ///< closed without being filed
};

/// An application as its applicant sees it.
struct ApplicationSheet {
    Draft draft;
    ApplicationStand stand = ApplicationStand::Filling;
    domain::Guide guide;
    HallChoice hall;
    domain::Case file; ///< imagined while it is being filled in, else the real one with what was changed since
    domain::Plan plan;
    QList<domain::Refusal> refused; ///< answers and choices that are none
    QList<domain::Refusal> open; ///< what speaks against handing it in
    QDateTime expires; ///< of what is filled in; UTC
    domain::Deadline review = {}; ///< Reviewing: until when a window looks at it
    bool mayChange() const { return stand == ApplicationStand::Filling || stand == ApplicationStand::ToSupplement; }
};

/// Applies for a citizen over the pages: a draft, found by the secret of a browser only, becomes a case of a hall. Everything that
/// somebody may have done wrong comes back as sentences. From any thread.
class Applications final
{
public:
    struct Needs {
        const hub::Engine &engine;
        GuideStand &guides;
        HubCases &cases;
        const domain::ClockRules &rules;
        UploadReader &reader;
    };
    /// Everything must live as long as this.
    explicit Applications(const Needs &needs) : m(needs) { }

    static constexpr int mostOpen = 5000; ///< drafts
    static constexpr int mostOpenOfNetwork = 30;
    static constexpr int mostPictures = 40; ///< of one draft
    static constexpr qint64 mostBytes = 60 * 1024 * 1024; ///< of all its pictures as they are kept
    static constexpr int daysOpen = 7; ///< that a draft stays, from the last change on
    static constexpr int daysAfter = 180; ///< that a submitted one can be looked at, likewise
    static constexpr int casesOfADay = 9000; ///< of a region; as many as have numbers, with some to spare

    /// Halls with windows in use in the region of \a guide's pack, by name.
    base::Result<QList<HallChoice>> halls(const domain::Guide &guide) const;

    struct Begun {
        QByteArray secret; ///< for the browser; empty: \c against says why not
        QString against;
    };
    /// A draft for somebody of \a network who agreed to the use of what is filled in.
    base::Result<Begun> begin(const QByteArray &network, const domain::GuideRef &guide, const QString &hall, const Choices &choices) const;
    /// Goes on elsewhere by the code for another device: a new secret takes the place of the one before. Empty: no such code.
    base::Result<QByteArray> resume(const QString &code) const;

    /// Nothing when there is none with this secret, or it expired.
    base::Result<std::optional<ApplicationSheet>> look(const QByteArray &secret) const;

    // Each gives the sentences that speak against it; none: it was done. Error::Missing: no such application.
    base::Result<QStringList> choose(const QByteArray &secret, const Choices &choices) const;
    /// What cannot be right is kept too, so that nobody types it again; the sheet says what is wrong.
    base::Result<QStringList> fill(const QByteArray &secret, const QMap<QString, QString> &typed) const;
    base::Result<QStringList> attach(const QByteArray &secret, const QString &material, const QByteArray &upload) const;
    base::Result<QStringList> detach(const QByteArray &secret, qint64 picture) const;
    base::Result<QStringList> discard(const QByteArray &secret) const;
    /// Opens a case in the hall and hands it in; again after a notice with what was supplemented.
    base::Result<QStringList> submit(const QByteArray &secret) const;
    /// Has a code made with which a window fetches it.
    base::Result<QStringList> askForWindowCode(const QByteArray &secret) const;

    /// A picture that was attached and not submitted yet; nothing: none of this application.
    base::Result<std::optional<UploadedPage>> picture(const QByteArray &secret, qint64 id) const;

    /// What a window gets for a code.
    struct Fetched {
        QString caseUuid; ///< empty: \c why
        QString number;
        enum class Why {
            None,
            Unknown, ///< or expired
            UsedElsewhere, ///< another window has it
            Full, ///< no number is left for today
        } why = Why::None;
    };
    /// Opens the case of the draft with this code in the hall of \a device. The same window may ask again and gets the same case.
    base::Result<Fetched> fetch(const hub::Device &device, const QString &code) const;

    /// Throws away what expired.
    base::Result<int> sweep() const;

private:
    using Change = std::function<base::Result<QStringList>(hub::Transaction &rows, hub::ApplicationLine &line, Draft &draft)>;
    base::Result<QStringList> change(const QByteArray &secret, const Change &change) const;
    using Filling = std::function<base::Result<QStringList>(hub::Transaction &rows, hub::ApplicationLine &line, Draft &draft,
                                                            const ApplicationSheet &before)>;
    base::Result<QStringList> changeFilling(const QByteArray &secret, const Filling &change) const;
    base::Result<std::optional<domain::Guide>> guideFor(const QString &windowCode) const;
    base::Result<Fetched> fetchIn(hub::Transaction &rows, const hub::Device &device, const QString &code, const domain::Guide &guide,
                                  hub::Growth &growth) const;
    base::Result<std::optional<ApplicationSheet>> sheetOf(const hub::ApplicationLine &line, const Draft &draft) const;
    base::Result<QString> mayNotBegin(hub::Transaction &rows, const QByteArray &network) const;

    struct Opening {
        HallChoice hall;
        domain::Guide guide;
        bool submits = true; ///< hands it in at once; else a window goes on with it
    };
    base::Result<QStringList> openCase(hub::Transaction &rows, hub::ApplicationLine &line, Draft &draft, const Opening &opening,
                                       hub::Growth &growth) const;
    base::Result<QStringList> supplement(hub::Transaction &rows, hub::ApplicationLine &line, Draft &draft, const domain::Guide &guide,
                                         hub::Growth &growth) const;
    base::Result<> movePictures(hub::Transaction &rows, const hub::ApplicationLine &line, const Draft &draft) const;
    Course courseOf(const domain::Case &file, const Draft &draft, const QList<domain::Command> &opening, const domain::Guide &guide) const;

    const Needs m;
};

}
