#pragma once

class Counter;
class Hands;

/// Somebody files what a death in the family asks for; true when the form tells applicant and deceased apart.
bool playDeceased(Counter &counter, Hands &hands);
