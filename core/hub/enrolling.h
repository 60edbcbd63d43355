#pragma once

#include "core/hub/engine.h"
#include "core/wire/messages.h"

namespace hub {

/// Lets devices in.
class Enrolling final
{
public:
    Enrolling(const Engine &engine, QString publicUrl) : m_engine(engine), m_publicUrl(std::move(publicUrl)) { }

    /// A device with a code that was made for its window, or one that is known by its key and comes again: after a lost answer, or with
    /// a new mark. Refused: BadRequest, BadSignature, OldProtocol, WrongCode, Taken, Revoked.
    wire::Answer<wire::Enrolled> enrol(const wire::SignedEnrolment &wish) const;

private:
    const Engine &m_engine;
    const QString m_publicUrl;
};

/// How a code is kept: its hash, whatever way it was typed.
QByteArray hashOfCode(const QString &code);

}
