#pragma once

#include "core/hub/engine.h"

namespace hub {

/// Who sent a signed request: the headers Yichuang-Device, -Incarnation, -Time, -Protocol and -Signature of core/wire/README.md.
/// Refused: BadRequest, OldProtocol, NotEnrolled, BadSignature, WrongTime (with the hub's). A revoked device is one that is known.
wire::Answer<Device> identified(const Request &request, const Engine &engine);

}
