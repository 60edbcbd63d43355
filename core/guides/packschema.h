#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>

#include <memory>

namespace guides {

/// The published JSON Schema of the format (resources/schemas/guide-pack.schema.json), which authors' editors use too. It knows
/// what one value may be, not what refers to what; for that there is readPack().
class PackSchema final
{
public:
    /// \a file is a JSON Schema, draft 7. Error::Document when it cannot be read or is none.
    static base::Result<PackSchema> load(const QString &file);
    PackSchema(PackSchema &&other) noexcept;
    PackSchema &operator=(PackSchema &&other) noexcept;
    ~PackSchema();

    /// What the schema refuses in \a json, each with \a file, the path inside it and the reason; at most 500. Nothing when
    /// \a json is no JSON at all: that is for readPack() to say, and to be asked first, since it bounds what comes here.
    QList<base::Error> faultsIn(const QByteArray &json, const QString &file) const;

private:
    struct Parts;
    explicit PackSchema(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m;
};

}
