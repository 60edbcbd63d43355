#include "core/domain/formrules.h"

#include "core/domain/fieldcheck.h"

namespace domain {

Ruling<Facts> enterFields(const Case &file, const Guide &guide, const EnterFields &command)
{
    Facts facts;
    for (const EnterField &entry : command.fields) {
        const auto field = guide.fields.constFind(entry.field);
        if (field == guide.fields.constEnd())
            return refuse(Refusal::Why::UnknownField, entry.field);
        const QString value = fieldValue(*field, entry.value);
        const bool isSurer = !value.isEmpty() && entry.source != FieldSource::Typed
            && file.fieldSources.value(entry.field) != entry.source;
        if (file.fields.value(entry.field) != value || isSurer)
            facts.append(FieldEntered{entry.field, value, value.isEmpty() ? FieldSource::Typed : entry.source});
    }
    return facts;
}

}
