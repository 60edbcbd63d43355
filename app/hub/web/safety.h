#pragma once

#include "core/hub/http.h"

namespace web {

/// Puts the headers on \a response by which browsers keep what is ours from being framed, scripted or read elsewhere. Those that it has
/// already stay; without a Cache-Control nothing is kept anywhere.
void makeSafe(hub::Response &response);

}
