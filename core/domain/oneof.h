#pragma once

#include <type_traits>
#include <variant>

namespace domain {

/// Whether \a T is one of the alternatives of a variant, so that a type that wraps a variant can be made from each of them without
/// asking the compiler to try them all.
template <typename T, typename Variant> inline constexpr bool isOneOf = false;
template <typename T, typename... Alternatives>
inline constexpr bool isOneOf<T, std::variant<Alternatives...>> = (std::is_same_v<T, Alternatives> || ...);

}
