#include "nginx.h"

#include <unistd.h>

#include <fstream>
#include <sstream>
#include <string_view>

namespace safety::bench {
namespace {

/// add_header lines for every header that nginx does not set by itself.
std::string AddHeaders(const std::string& head) {
  std::string out;
  std::istringstream lines(head);
  std::string line;
  std::getline(lines, line);  // the status line
  while (std::getline(lines, line) && line.size() > 1) {
    line.pop_back();  // CR
    const std::size_t colon = line.find(": ");
    const std::string name = line.substr(0, colon);
    if (name != "Content-Length" && name != "Content-Type" && name != "Connection") {
      out += "      add_header " + name + " \"" + line.substr(colon + 2) + "\";\n";
    }
  }
  return out;
}

}  // namespace

std::unique_ptr<ChildProcess> StartNginx(const std::filesystem::path& folder, std::uint16_t port,
                                         std::size_t workers, const std::string& head,
                                         const std::string& body) {
  const std::filesystem::path binary = "/usr/sbin/nginx";
  if (!std::filesystem::exists(binary)) {
    return nullptr;
  }
  std::ofstream(folder / "index.html", std::ios::binary) << body;
  const std::string here = folder.string();
  std::ofstream(folder / "nginx.conf")
      << (geteuid() == 0 ? "user root;\n" : "")  // the scratch folder is nobody's to read
      << "daemon off;\nworker_processes " << workers << ";\npid " << here << "/nginx.pid;\n"
      << "error_log stderr warn;\nevents { worker_connections 1024; multi_accept on; }\n"
      << "http {\n  access_log off;\n  keepalive_requests 100000000;\n  open_file_cache max=100;\n"
      << "  sendfile on;\n  tcp_nopush on;\n  tcp_nodelay on;\n  default_type \"text/html; "
         "charset=utf-8\";\n"
      << "  client_body_temp_path " << here << "/t1;\n  proxy_temp_path " << here << "/t2;\n"
      << "  fastcgi_temp_path " << here << "/t3;\n  uwsgi_temp_path " << here << "/t4;\n"
      << "  scgi_temp_path " << here << "/t5;\n"
      << "  server {\n    listen 127.0.0.1:" << port << " reuseport;\n    root " << here
      << ";\n    location = / {\n      try_files /index.html =404;\n"
      << AddHeaders(head) << "    }\n  }\n}\n";
  return std::make_unique<ChildProcess>(
      std::vector<std::string>{binary.string(), "-c", here + "/nginx.conf"}, "");
}

}  // namespace safety::bench
