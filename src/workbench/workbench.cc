#include "workbench/workbench.h"

#include "workbench/accounts_page.h"
#include "workbench/activation_page.h"
#include "workbench/case_page.h"
#include "workbench/queue_page.h"
#include "workbench/sign_in_page.h"

namespace safety::workbench {

void Workbench::AddTo(http::Router& router) const {
  assets_.AddTo(router);
  AddSignInPages(router, sign_in_, frame_);
  AddActivationPages(router, invitations_, frame_);
  AddQueuePage(router, store_, sign_in_, clock_, frame_);
  AddCasePages(router, store_, sign_in_, clock_, frame_);
  AddAccountPages(router, store_, sign_in_, invitations_, clock_, frame_);
  router.OnMiss([this](http::Miss miss, const http::Request*) { return frame_.Miss(miss); });
}

}  // namespace safety::workbench
