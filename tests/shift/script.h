#pragma once

class Counter;
class Hands;

/// The shift: a newborn with a notice and a second visit, a supermarket, a second-hand house. True when every matter ended as
/// it should.
bool playShift(Counter &counter, Hands &hands);
