#include <brotli/encode.h>
#include <zlib.h>

#include <cstdint>
#include <string>

#include "base/bytes.h"
#include "base/check.h"
#include "http/message.h"
#include "http/wire.h"

namespace safety::http {
namespace {

std::string Brotli(std::string_view text) {
  std::size_t size = BrotliEncoderMaxCompressedSize(text.size());
  base::Bytes out(size);
  const BROTLI_BOOL done =
      BrotliEncoderCompress(BROTLI_MAX_QUALITY, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT,
                            text.size(), base::AsBytes(text).data(), &size, out.data());
  base::Check(done == BROTLI_TRUE, "brotli compresses a page at start");
  return std::string(base::AsText({out.data(), size}));
}

std::string Gzip(std::string_view text) {
  constexpr int kGzipWindow = 15 + 16;
  constexpr int kMemory = 9;
  z_stream stream{};
  base::Check(deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kGzipWindow, kMemory,
                           Z_DEFAULT_STRATEGY) == Z_OK,
              "zlib starts");
  base::Bytes out(deflateBound(&stream, text.size()));
  // zlib reads only, but its interface predates const.
  stream.next_in = const_cast<Bytef*>(base::AsBytes(text).data());
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = out.data();
  stream.avail_out = static_cast<uInt>(out.size());
  const int done = deflate(&stream, Z_FINISH);
  const std::size_t size = stream.total_out;
  deflateEnd(&stream);
  base::Check(done == Z_STREAM_END, "gzip compresses a page at start");
  return std::string(base::AsText({out.data(), size}));
}

}  // namespace

std::shared_ptr<const WireResponse> Precompress(const Response& response) {
  return MakeWire(response, response.body, Brotli(response.body), Gzip(response.body));
}

}  // namespace safety::http
