#include "core/desk/prefill.h"

#include "core/desk/hublink.h"
#include "core/journal/journal.h"
#include "core/wire/messages.h"
#include "core/wire/prefill.h"

#include <chrono>

namespace desk {

using namespace std::chrono_literals;
using Result = wire::PrefillAnswer::Result;

namespace {

constexpr auto patience = 20s;

Prefill::Why whyOf(Result result)
{
    return result == Result::Used ? Prefill::Why::Used : result == Result::Full ? Prefill::Why::Full : Prefill::Why::Unknown;
}

}

Prefill::Prefill(HubLink &hub, const journal::Journal &journal, QObject *parent) : QObject(parent), m_hub(hub), m_journal(journal)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, [this] { end(Why::OnTheWay); });
    connect(&m_hub, &HubLink::casesChanged, this, &Prefill::look);
}

void Prefill::fetch(const QString &code)
{
    m_patience.stop();
    m_caseId.clear();
    const int asked = ++m_asked;
    if (!m_hub.place()) {
        end(Why::NoHub);
        return;
    }
    m_hub.ask({.method = "POST", .target = "/sync/v1/prefill", .type = wire::jsonType, .body = wire::toJson(wire::PrefillWish{code})}, this,
              [this, asked](const syncing::SignedLine::Outcome &outcome) {
                  if (asked != m_asked)
                      return;
                  const auto answer = outcome && outcome->status == 200 ? wire::prefillAnswerFrom(outcome->body)
                                                                        : base::Result<wire::PrefillAnswer>(base::Fail(base::Error{}));
                  if (!answer)
                      return end(Why::Unreachable);
                  if (answer->result != Result::Found)
                      return end(whyOf(answer->result));
                  m_caseId = answer->caseId;
                  m_number = answer->number;
                  m_patience.start();
                  m_hub.acted(); // looks at the feed, if it is not waiting for it anyway
                  look();
              });
}

void Prefill::look()
{
    if (m_caseId.isEmpty())
        return;
    const base::Result<std::optional<QString>> here = m_journal.caseWithNumber(m_number);
    if (!here || !*here || **here != m_caseId)
        return;
    m_patience.stop();
    m_caseId.clear();
    emit arrived(**here);
}

void Prefill::end(Why why)
{
    m_caseId.clear();
    emit failed(why, m_number);
}

}
