#pragma once

class Counter;
class Hands;
class QString;

/// What becomes of the filed case \a number, from its scanned code to the archive, by keys on the case page; true when every act
/// did what it should.
bool playAfterFiling(Counter &counter, Hands &hands, const QString &number);
