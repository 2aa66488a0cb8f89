// Makes a program take this processor for one without AVX-512, by LD_PRELOAD: the instruction CPUID is made to
// fault (arch_prctl(2), ARCH_SET_CPUID; /proc/cpuinfo says `cpuid_fault`), and what it would have said is
// answered without the bits of AVX-512 and AMX. What the program does otherwise runs as it is.
#define _GNU_SOURCE
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

enum { ARCH_SET_CPUID = 0x1012 };

// Intel, "Software Developer's Manual" 2A, CPUID, leaf 7: bits of AVX-512 and AMX by register.
static const uint32_t EBX_7 = 1u << 16 | 1u << 17 | 1u << 21 | 1u << 26 | 1u << 27 | 1u << 28 | 1u << 30 | 1u << 31;
static const uint32_t ECX_7 = 1u << 1 | 1u << 6 | 1u << 11 | 1u << 12 | 1u << 14;
static const uint32_t EDX_7 = 1u << 2 | 1u << 3 | 1u << 8 | 1u << 22 | 1u << 23 | 1u << 24 | 1u << 25;
static const uint32_t EAX_7_1 = 1u << 5 | 1u << 21;

static void may_ask(int allowed) {
  if (syscall(SYS_arch_prctl, ARCH_SET_CPUID, allowed) != 0) {
    perror("without_avx512: this processor or kernel lets nobody make CPUID fault");
    _exit(1);
  }
}

static void answer(int number, siginfo_t *info, void *context) {
  (void)info;
  greg_t *registers = ((ucontext_t *)context)->uc_mcontext.gregs;
  const uint8_t *at = (const uint8_t *)registers[REG_RIP];
  if (at[0] != 0x0f || at[1] != 0xa2) {
    // Another fault: it happens again, and ends the program.
    signal(number, SIG_DFL);
    return;
  }
  const uint32_t leaf = (uint32_t)registers[REG_RAX], part = (uint32_t)registers[REG_RCX];
  uint32_t eax, ebx, ecx, edx;
  may_ask(1);
  __asm__ volatile("cpuid" : "=a"(eax), "=b"(ebx), "=c"(ecx), "=d"(edx) : "a"(leaf), "c"(part));
  may_ask(0);
  if (leaf == 7 && part == 0) {
    ebx &= ~EBX_7;
    ecx &= ~ECX_7;
    edx &= ~EDX_7;
  } else if (leaf == 7 && part == 1) {
    eax &= ~EAX_7_1;
  }
  registers[REG_RAX] = eax;
  registers[REG_RBX] = ebx;
  registers[REG_RCX] = ecx;
  registers[REG_RDX] = edx;
  registers[REG_RIP] += 2;
}

__attribute__((constructor)) static void begin(void) {
  struct sigaction action = {.sa_sigaction = answer, .sa_flags = SA_SIGINFO | SA_NODEFER};
  if (sigaction(SIGSEGV, &action, NULL) != 0) _exit(1);
  may_ask(0);
}
