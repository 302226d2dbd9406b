#pragma once

#include "base/clock.h"
#include "casework/invitations.h"
#include "casework/sign_in.h"
#include "casework/store.h"
#include "http/assets.h"
#include "http/router.h"
#include "workbench/frame.h"
#include "workbench/words.h"

namespace safety::workbench {

/// The pages of everybody who works at the centre. Everything given outlives this, and this
/// outlives the router it was added to. Safe from any thread.
class Workbench {
 public:
  Workbench(casework::Store& store, casework::SignIn& sign_in, casework::Invitations& invitations,
            const base::Clock& clock, const http::Assets& assets, const Words& words,
            bool synthetic)
      : store_(store),
        sign_in_(sign_in),
        invitations_(invitations),
        clock_(clock),
        assets_(assets),
        frame_(words, assets, synthetic) {}

  void AddTo(http::Router& router) const;

 private:
  casework::Store& store_;
  casework::SignIn& sign_in_;
  casework::Invitations& invitations_;
  const base::Clock& clock_;
  const http::Assets& assets_;
  Frame frame_;
};

}  // namespace safety::workbench
