#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace desk {

/// The rows of one column of text, end to end, so that all of it can be looked through at the speed of memory. Of a row holds
/// several values each is written "\n" value, and the row ends with "\n".
class TextColumn final
{
public:
    TextColumn() : m_text(padding), m_begins{0} { }

    /// A new row, the newest.
    void append(std::string_view row)
    {
        m_text.resize(m_used);
        m_text.insert(m_text.end(), row.begin(), row.end());
        m_used += row.size();
        m_text.resize(m_used + padding);
        m_begins.push_back(uint32_t(m_used));
    }
    size_t rows() const { return m_begins.size() - 1; }
    std::string_view row(size_t index) const
    {
        return {m_text.data() + m_begins[index], m_begins[index + 1] - m_begins[index]};
    }
    size_t bytes() const { return m_text.capacity() + m_begins.capacity() * sizeof(uint32_t); }

    /// Calls \a visit with each row that \a part is in, the newest first, until it gives false. \a part has three bytes or more, none
    /// of which is zero.
    template <class Visit>
    void eachWith(std::string_view part, Visit visit) const
    {
        const char *text = m_text.data();
        const size_t last = part.size() - 1;
        size_t row = rows(); // behind the last one that was visited
        for (size_t end = m_used; end > 0;) {
            const size_t begin = end > block ? end - block : 0;
            if (mayHold(text + begin, part)) {
                for (size_t at = end; at > begin; --at) {
                    if (text[at - 1 + last] != part[last] || std::memcmp(text + at - 1, part.data(), last) != 0)
                        continue;
                    const size_t found = rowAt(at - 1, row);
                    if (found == row)
                        continue;
                    row = found;
                    if (!visit(row))
                        return;
                }
            }
            end = begin;
        }
    }

private:
    /// Sixteen at once; GCC and Clang make one instruction of what is done with them.
    using Bytes = signed char __attribute__((vector_size(16)));
    using Truths = long long __attribute__((vector_size(16)));
    static constexpr size_t block = 64;
    static constexpr size_t padding = 512; ///< zeros behind the text, longer than a block and any part together

    /// Whether \a part may begin in the block at \a text: three of its bytes are compared for all 64 places. Not the first
    /// ones: numbers of one hall all begin alike.
    static bool mayHold(const char *text, std::string_view part)
    {
        const size_t middle = part.size() / 2, end = part.size() - 1;
        const Bytes x = all(part[middle]), y = all(part[end - 1]), z = all(part[end]);
        Truths any{};
        for (const char *place = text; place != text + block; place += sizeof(Bytes)) {
            const auto fits = (at(place + middle) == x) & (at(place + end - 1) == y) & (at(place + end) == z);
            any |= reinterpret_cast<Truths>(fits);
        }
        return (any[0] | any[1]) != 0;
    }
    static Bytes all(char byte) { return Bytes{} + static_cast<signed char>(byte); }
    static Bytes at(const char *place)
    {
        Bytes bytes;
        std::memcpy(&bytes, place, sizeof bytes);
        return bytes;
    }
    /// The row of the byte at \a place, which lies before the end of row \a limit.
    size_t rowAt(size_t place, size_t limit) const
    {
        size_t low = 0, high = limit < rows() ? limit + 1 : rows();
        while (high - low > 1) {
            const size_t middle = (low + high) / 2;
            (m_begins[middle] <= place ? low : high) = middle;
        }
        return low;
    }

    std::vector<char> m_text;
    size_t m_used = 0;
    std::vector<uint32_t> m_begins; ///< of each row, and the end
};

}
