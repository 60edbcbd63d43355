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
        size_t row = rows(); // behind the last one that was visited
        for (size_t end = m_used; end > 0;) {
            const size_t begin = end > block ? end - block : 0;
            if (mayHold(text + begin, part)) {
                for (size_t at = end; at > begin; --at) {
                    if (std::memcmp(text + at - 1, part.data(), part.size()) != 0)
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
    static constexpr size_t block = 64;
    static constexpr size_t padding = 512; ///< zeros behind the text, longer than a block and any part together

    /// Whether \a part may begin in the block at \a text: three of its bytes are compared for all 64 places at once.
    static bool mayHold(const char *text, std::string_view part)
    {
        const char *second = text + 1;
        const char *last = text + part.size() - 1;
        const char a = part.front(), b = part[1], c = part.back();
        unsigned char any = 0;
        for (size_t i = 0; i < block; ++i)
            any = static_cast<unsigned char>(any | ((text[i] == a) & (second[i] == b) & (last[i] == c)));
        return any != 0;
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
