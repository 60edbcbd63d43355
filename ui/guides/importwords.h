#pragma once

#include "core/desk/guidereading.h"
#include "ui/widgets/badge.h"

/// What is said about a brought pack.
namespace importwords {

/// In two or three words whether it can come in.
BadgeFace badge(desk::GuideLook::Entrance entrance);
/// Who stands behind it, in a sentence.
QString signature(const desk::Signature &signature);
/// How it stands to what is here, in a sentence; empty when nothing could be read.
QString step(const desk::GuideLook &look);
/// What whoever brought it has to do now.
QString whatToDo(const desk::GuideLook &look);

}
