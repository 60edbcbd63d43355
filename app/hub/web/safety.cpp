#include "app/hub/web/safety.h"

#include <array>

namespace web {

void makeSafe(hub::Response &response)
{
    static constexpr std::array<std::pair<const char *, const char *>, 9> headers{{
        {"Content-Security-Policy",
         "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
        {"X-Content-Type-Options", "nosniff"},
        {"X-Frame-Options", "DENY"}, // for browsers that do not know frame-ancestors
        {"Referrer-Policy", "no-referrer"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"},
        {"X-Permitted-Cross-Domain-Policies", "none"},
        {"Cache-Control", "no-store"},
    }};
    for (const auto &[name, value] : headers) {
        if (!response.headers.contains(name))
            response.headers.insert(name, value);
    }
}

}
