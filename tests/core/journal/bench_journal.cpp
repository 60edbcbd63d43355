#include "core/journal/envelope.h"
int main() { return 0; }
