#pragma once

class Counter;
class Hands;

/// The supervisor looks at the board, reads, prints to file and traces the day's report, and orders a re-check of a material that
/// the clerk then records. True when everything came out as it should.
bool playSupervisor(Counter &counter, Hands &hands);
