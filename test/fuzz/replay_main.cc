// Without libFuzzer: gives a target every file of a corpus folder, so that whatever fuzzing found
// once is tried in every test run.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int main(int argc, char** argv) {
  if (argc != 2 || !std::filesystem::is_directory(argv[1])) {
    std::cerr << "usage: " << argv[0] << " CORPUS-FOLDER\n";
    return EXIT_FAILURE;
  }
  std::vector<std::filesystem::path> inputs;
  for (const auto& entry : std::filesystem::directory_iterator(argv[1])) {
    inputs.push_back(entry.path());
  }
  std::ranges::sort(inputs);
  for (const auto& path : inputs) {
    std::ifstream stream(path, std::ios::binary);
    const std::vector<std::uint8_t> input{std::istreambuf_iterator<char>(stream), {}};
    // Named first: the last line says which input a crash is about.
    std::cout << path.filename().string() << ", " << input.size() << " bytes" << std::endl;
    LLVMFuzzerTestOneInput(input.data(), input.size());
  }
  if (inputs.empty()) {
    std::cerr << argv[1] << " is empty\n";
    return EXIT_FAILURE;
  }
  return EXIT_SUCCESS;
}
