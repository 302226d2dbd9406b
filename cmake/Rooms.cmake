# safety_room(NAME [ROOMS room...] [LIBS lib...])
#
# The sources of src/NAME make the library safety_NAME; its *_test.cc files make the test NAME_test.
# *_for_tests.cc files (fakes of ports) make safety_NAME_for_tests, which only tests link.
# ROOMS are the rooms it may include (its arrows), LIBS the outside libraries it alone needs. A
# main.cc is left to the room's own CMakeLists.txt.
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(GTest REQUIRED)

add_library(safety_options INTERFACE)
target_compile_features(safety_options INTERFACE cxx_std_23)
# Designated initialisers are there to name some fields and leave the rest at their defaults.
target_compile_options(safety_options INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror -Wno-missing-designated-field-initializers)
target_include_directories(safety_options INTERFACE ${CMAKE_SOURCE_DIR}/src)
target_link_libraries(safety_options INTERFACE Threads::Threads)

option(SAFETY_FUZZ "Build the fuzz targets with libFuzzer" OFF)
option(SAFETY_BENCH "Build the benchmarks" OFF)

function(safety_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK")
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE safety_options ${arg_LINK}
    rapidcheck GTest::gmock GTest::gtest_main)
  target_compile_definitions(${name} PRIVATE
    SAFETY_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  add_test(NAME ${name} COMMAND ${name} --gtest_brief=1)
  set_tests_properties(${name} PROPERTIES TIMEOUT 300)
endfunction()

function(safety_room room)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "ROOMS;LIBS")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cc)
  set(tests ${sources})
  list(FILTER tests INCLUDE REGEX "_test\\.cc$")
  set(fakes ${sources})
  list(FILTER fakes INCLUDE REGEX "_for_tests\\.cc$")
  list(FILTER sources EXCLUDE REGEX "_test\\.cc$|_for_tests\\.cc$|/main\\.cc$")
  list(TRANSFORM arg_ROOMS PREPEND safety_ OUTPUT_VARIABLE links)
  add_library(safety_${room} STATIC ${sources})
  target_link_libraries(safety_${room} PUBLIC safety_options ${links} ${arg_LIBS})
  set(tested safety_${room})
  if(fakes AND BUILD_TESTING)
    add_library(safety_${room}_for_tests STATIC ${fakes})
    target_link_libraries(safety_${room}_for_tests PUBLIC safety_${room})
    set(tested safety_${room}_for_tests)
  endif()
  if(tests AND BUILD_TESTING)
    safety_test(${room}_test SOURCES ${tests} LINK ${tested})
  endif()
endfunction()
