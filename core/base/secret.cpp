#include "core/base/secret.h"

#include <sodium.h>

#include <utility>

namespace base {

Secret::Secret(QByteArray bytes) : m_bytes(std::move(bytes))
{
    m_bytes.detach();
}

Secret::Secret(const Secret &other) : m_bytes(other.m_bytes)
{
    m_bytes.detach();
}

Secret::Secret(Secret &&other) noexcept : m_bytes(std::exchange(other.m_bytes, {})) { }

Secret &Secret::operator=(Secret other) noexcept
{
    std::swap(m_bytes, other.m_bytes);
    return *this;
}

Secret::~Secret()
{
    if (!m_bytes.isEmpty())
        sodium_memzero(m_bytes.data(), size_t(m_bytes.size()));
}

Secret Secret::random(qsizetype size)
{
    [[maybe_unused]] static const bool ready = sodium_init() >= 0;
    Q_ASSERT(ready);
    QByteArray bytes(size, Qt::Uninitialized);
    randombytes_buf(bytes.data(), size_t(size));
    return Secret(std::move(bytes));
}

bool Secret::operator==(const Secret &other) const
{
    return size() == other.size() && sodium_memcmp(data(), other.data(), size_t(size())) == 0;
}

}
