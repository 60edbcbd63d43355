#pragma once

#include "core/base/clock.h"
#include "core/desk/leasebook.h"
#include "core/desk/paperseries.h"
#include "core/sync/signedline.h"

#include <QSet>
#include <QTimer>

namespace desk {

class HubLink;

/// Has the hub lease legal numbers of a series as soon as fewer than fewNumbers are left here. Nobody waits for it: what is left is given as long as it lasts.
/// Belongs to the thread of the journal.
class NumberLeases final : public QObject, public LeasedNumbers
{
    Q_OBJECT

public:
    /// All outlive this.
    struct Needs {
        QString profileFolder;
        HubLink &hub;
        const journal::Journal &journal;
        const papers::FormFolder &forms;
        const base::Clock &clock;
    };
    explicit NumberLeases(Needs needs, QObject *parent = nullptr);

    QList<papers::NumberBlock> blocks() const override;
    base::Error ranOut(const journal::PaperSeries &series) override;

    /// Where the numbers come from, and how that goes.
    struct State {
        bool hasHub = false; ///< the window belongs to one
        QList<LeaseBook::Wish> open; ///< wishes that nothing has come of yet
        std::optional<LeaseBook::Block> last; ///< that was leased
        std::optional<syncing::Trouble> trouble; ///< of the last question
        std::optional<base::Error> fault; ///< of leases.json, or of keeping it
    };
    State state() const;

    /// A number may have been given: looks soon, once for many of them.
    void lookSoon();
    /// Looks now, and asks at once whatever is open.
    void look();

signals:
    void changed();

private:
    void takeStatus();
    void noteWishes();
    bool isWishedFor(const journal::PaperSeries &series) const;
    QList<journal::PaperSeries> seriesInUse() const;
    std::optional<LeaseBook::Wish> wishFor(const journal::PaperSeries &series);
    void send(const LeaseBook::Wish &wish);
    void take(const LeaseBook::Wish &wish, const syncing::SignedLine::Outcome &outcome);
    void keep(const LeaseBook::Wish &wish, const wire::SerialBlock &block);

    Needs m_needs;
    LeaseBook m_book;
    QList<journal::PaperSeries> m_wanted; ///< a paper waits for a number
    QSet<QString> m_asked; ///< ids of wishes that are on their way
    std::optional<syncing::Trouble> m_trouble;
    std::optional<base::Error> m_unkept;
    bool m_wasOnline = false;
    QTimer m_soon;
    QTimer m_again;
};

}
