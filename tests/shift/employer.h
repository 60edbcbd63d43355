#pragma once

class Counter;
class Hands;

/// An employer's agent brings a list of forty employees, two of them with a fault, and files for all; true when every act did what
/// it should.
bool playEmployer(Counter &counter, Hands &hands);
