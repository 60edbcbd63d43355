#pragma once

#include <QByteArray>
#include <QList>

/// What somebody would try in a field.
struct Attempt {
    const char *name;
    QByteArray value; ///< percent-encoded
};

inline const QList<Attempt> &attempts()
{
    static const QList<Attempt> all{{"SQL", "%27%3B%20DROP%20TABLE%20rating%3B--"},
                                    {"SQL, always true", "%27%20OR%20%271%27=%271"},
                                    {"script", "%3Cscript%3Ealert%281%29%3C%2Fscript%3E"},
                                    {"an attribute", "%22%20autofocus%20onfocus=alert%281%29%20x=%22"},
                                    {"an apostrophe", "%27%20onfocus=alert%281%29%20x=%27"},
                                    {"a template", "%7B%7B%23root%7D%7D%7B%7B%7BbodyHtml%7D%7D%7D%7B%7B%2Froot%7D%7D"},
                                    {"a path", "..%2F..%2F..%2F..%2Fetc%2Fpasswd"},
                                    {"a header", "x%0D%0ASet-Cookie%3A%20a=b"},
                                    {"zero", "a%00b"},
                                    {"right to left", "%E2%80%AEabc%E2%81%A6"},
                                    {"one character of many", "%F0%9F%91%A8%E2%80%8D%F0%9F%91%A9%E2%80%8D%F0%9F%91%A7"},
                                    {"no UTF-8", "%FF%FE"},
                                    {"overlong", "%C0%AE%C0%AE%C0%AF"},
                                    {"a number without end", "99999999999999999999999999999999"},
                                    {"not a number", "NaN"},
                                    {"long", QByteArray(900, 'x')},
                                    {"JSON", "%7B%22a%22%3A%5B" + QByteArray(300, '[') + "%7D"},
                                    {"format", "%25s%25n%25p"}};
    return all;
}
