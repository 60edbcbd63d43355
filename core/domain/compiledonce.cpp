#include "core/domain/commands.h"
#include "core/domain/events.h"

namespace domain {

LifeFact::LifeFact() = default;
LifeFact::LifeFact(const LifeFact &) = default;
LifeFact::LifeFact(LifeFact &&) noexcept = default;
LifeFact::~LifeFact() = default;
LifeFact &LifeFact::operator=(const LifeFact &) = default;
LifeFact &LifeFact::operator=(LifeFact &&) noexcept = default;
bool LifeFact::operator==(const LifeFact &other) const
{
    return static_cast<const AnyLifeFact &>(*this) == other;
}

Fact::Fact() = default;
Fact::Fact(const Fact &) = default;
Fact::Fact(Fact &&) noexcept = default;
Fact::~Fact() = default;
Fact &Fact::operator=(const Fact &) = default;
Fact &Fact::operator=(Fact &&) noexcept = default;
bool Fact::operator==(const Fact &other) const
{
    return static_cast<const AnyFact &>(*this) == other;
}

LifeCommand::LifeCommand() = default;
LifeCommand::LifeCommand(const LifeCommand &) = default;
LifeCommand::LifeCommand(LifeCommand &&) noexcept = default;
LifeCommand::~LifeCommand() = default;
LifeCommand &LifeCommand::operator=(const LifeCommand &) = default;
LifeCommand &LifeCommand::operator=(LifeCommand &&) noexcept = default;

Command::Command() = default;
Command::Command(const Command &) = default;
Command::Command(Command &&) noexcept = default;
Command::~Command() = default;
Command &Command::operator=(const Command &) = default;
Command &Command::operator=(Command &&) noexcept = default;

CaseLife::CaseLife() = default;
CaseLife::CaseLife(const CaseLife &) = default;
CaseLife::CaseLife(CaseLife &&) noexcept = default;
CaseLife::~CaseLife() = default;
CaseLife &CaseLife::operator=(const CaseLife &) = default;
CaseLife &CaseLife::operator=(CaseLife &&) noexcept = default;
bool CaseLife::operator==(const CaseLife &) const = default;

Case::Case() = default;
Case::Case(const Case &) = default;
Case::Case(Case &&) noexcept = default;
Case::~Case() = default;
Case &Case::operator=(const Case &) = default;
Case &Case::operator=(Case &&) noexcept = default;
bool Case::operator==(const Case &) const = default;

}
