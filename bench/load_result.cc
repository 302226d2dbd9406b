#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdio>
#include <functional>

#include "base/text.h"
#include "load.h"

namespace safety::bench {
namespace {

constexpr unsigned kStepBits = 5;

char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool SameName(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, Lower, Lower);
}

/// Calls `use(name, value)` for each header until it returns false.
template <class Use>
void EachHeader(std::string_view head, Use use) {
  std::size_t at = head.find("\r\n");
  while (at != std::string_view::npos && at + 2 < head.size()) {
    const std::size_t start = at + 2;
    at = head.find("\r\n", start);
    const std::string_view line = head.substr(start, at - start);
    const std::size_t colon = line.find(':');
    if (colon != std::string_view::npos &&
        !use(line.substr(0, colon), base::Trim(line.substr(colon + 1)))) {
      return;
    }
  }
}

double Milliseconds(std::chrono::nanoseconds duration) {
  return std::chrono::duration<double, std::milli>(duration).count();
}

}  // namespace

std::optional<std::string_view> LoadResponse::Header(std::string_view name) const {
  std::optional<std::string_view> found;
  EachHeader(head, [&](std::string_view other, std::string_view value) {
    if (SameName(other, name)) {
      found = value;
    }
    return !found;
  });
  return found;
}

std::string_view LoadResponse::CookiePair(std::string_view name) const {
  std::string_view pair;
  EachHeader(head, [&](std::string_view header, std::string_view value) {
    const bool is_it = SameName(header, "set-cookie") && value.size() > name.size() &&
                       value.starts_with(name) && value[name.size()] == '=';
    if (is_it) {
      pair = value.substr(0, value.find(';'));
    }
    return !is_it;
  });
  return pair;
}

void Histogram::Record(std::chrono::nanoseconds duration) {
  const auto value = static_cast<std::uint64_t>(std::max<std::int64_t>(1, duration.count()));
  const auto power = static_cast<unsigned>(std::bit_width(value) - 1);
  const std::uint64_t step =
      (power >= kStepBits ? value >> (power - kStepBits) : value << (kStepBits - power)) - kSteps;
  ++buckets_[power * kSteps + step];
  ++count_;
}

void Histogram::Merge(const Histogram& other) {
  std::ranges::transform(buckets_, other.buckets_, buckets_.begin(), std::plus{});
  count_ += other.count_;
}

std::chrono::nanoseconds Histogram::Percentile(double share) const {
  const auto wanted = static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(count_)));
  std::uint64_t seen = 0;
  for (std::size_t i = 0; i < buckets_.size(); ++i) {
    seen += buckets_[i];
    if (seen > 0 && seen >= wanted) {
      const double steps = static_cast<double>(kSteps + i % kSteps + 1);
      const double upper = std::ldexp(steps / kSteps, static_cast<int>(i / kSteps));
      return std::chrono::nanoseconds{static_cast<std::int64_t>(upper)};
    }
  }
  return {};
}

double LoadResult::PerSecond() const {
  const double seconds = std::chrono::duration<double>(wall).count();
  return seconds > 0 ? static_cast<double>(answered) / seconds : 0;
}

std::chrono::nanoseconds LoadResult::CpuPerRequest() const {
  return answered > 0 ? cpu / static_cast<std::int64_t>(answered) : std::chrono::nanoseconds{};
}

std::string LoadResult::Summary() const {
  Histogram all;
  for (const Histogram& kind : latencies) {
    all.Merge(kind);
  }
  std::array<char, 256> text{};
  std::snprintf(text.data(), text.size(),
                "%.0f requests/s, p50 %.2f ms, p99 %.2f ms, %.1f us of the generator's CPU each; "
                "%llu answered, %llu failed, %llu broken, %llu refused",
                PerSecond(), Milliseconds(all.Percentile(0.5)), Milliseconds(all.Percentile(0.99)),
                Milliseconds(CpuPerRequest()) * 1000, static_cast<unsigned long long>(answered),
                static_cast<unsigned long long>(failed), static_cast<unsigned long long>(broken),
                static_cast<unsigned long long>(refused));
  return text.data();
}

}  // namespace safety::bench
