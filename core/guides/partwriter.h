#pragma once

#include "core/domain/guide.h"

#include <boost/json/value.hpp>

namespace guides {

class ObjectWriter;

/// Parts that several entries of a pack have, put under their keys into \a object; nothing is put that says nothing.
void writeProvenance(ObjectWriter &object, const domain::Provenance &provenance);
void writeService(ObjectWriter &object, const domain::Service &service);
/// \a condition as an object of the format.
boost::json::value conditionJson(const domain::Condition &condition);
void writeWhen(ObjectWriter &object, const domain::Condition &when);

}
