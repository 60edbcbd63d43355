#pragma once

#include <QString>

class Counter;
class Hands;

/// The window joins the hub of \a invitation (“ADDRESS CODE”) by its page, as a technician would on the first day, and everything
/// that was done comes to the hub. True when it did.
bool playHub(Counter &counter, Hands &hands, const QString &invitation);
