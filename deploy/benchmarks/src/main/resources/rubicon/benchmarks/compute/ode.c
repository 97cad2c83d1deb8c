// The courses of rubicon.simulator.ensemble by hand: AVX2 and FMA, four vectors of four at once, so that the steps
// of one, which wait for each other, are filled up with those of the others.
//
// usage: ode PARAMETERS PATHS STEPS; PARAMETERS holds the shares, rhos, drags and paces of all paths, each as
// little-endian doubles. For each line that comes in it runs once and prints nanoseconds of the processor and the mean of a.
#include <immintrin.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define LANES 4
#define VECTORS 4
#define ALL(v) for (int v = 0; v < VECTORS; v++)

typedef __m256d vec;

static inline vec set(double x) { return _mm256_set1_pd(x); }

static inline vec fma4(vec a, vec b, vec c) { return _mm256_fmadd_pd(a, b, c); }

// e^x for |x| < 700: x = n ln 2 + r, a near-minimax polynomial of degree 10 in r, n added to the exponent.
static inline vec exp4(vec x) {
  const vec magic = set(0x1.8p52);
  vec shifted = fma4(x, set(1.4426950408889634), magic);
  vec n = _mm256_sub_pd(shifted, magic);
  vec r = fma4(n, set(-0x1.62e42fefa39efp-1), x);
  r = fma4(n, set(-0x1.abc9e3b39803fp-56), r);
  vec p = set(2.760620281957603e-07);
  p = fma4(p, r, set(2.7625382329386455e-06));
  p = fma4(p, r, set(2.480155250707817e-05));
  p = fma4(p, r, set(0.000198412082506608));
  p = fma4(p, r, set(0.001388888889540835));
  p = fma4(p, r, set(0.008333333353971198));
  p = fma4(p, r, set(0.04166666666667257));
  p = fma4(p, r, set(0.16666666666647997));
  p = fma4(p, r, set(0.49999999999999994));
  p = fma4(p, r, set(1.0));
  p = fma4(p, r, set(1.0));
  __m256i exponent = _mm256_slli_epi64(_mm256_castpd_si256(shifted), 52);
  return _mm256_castsi256_pd(_mm256_add_epi64(_mm256_castpd_si256(p), exponent));
}

// ln x for normal x > 0: x = 2^n m with m in [sqrt(1/2), sqrt 2), then 2 artanh((m - 1)/(m + 1)).
static inline vec log4(vec x) {
  __m256i bits = _mm256_castpd_si256(x);
  __m256i moved = _mm256_sub_epi64(bits, _mm256_set1_epi64x(0x3fe6a09e667f3bcdLL));
  // Bits 52 and up of `moved` are n; as a double by way of 2^52 + 2^51, for AVX2 converts no 64-bit integers.
  __m256i high = _mm256_srli_epi64(moved, 52);
  __m256i biased = _mm256_and_si256(_mm256_add_epi64(high, _mm256_set1_epi64x(0x800)), _mm256_set1_epi64x(0xfff));
  vec n = _mm256_sub_pd(
      _mm256_castsi256_pd(_mm256_or_si256(biased, _mm256_castpd_si256(set(0x1.0p52)))), set(0x1.0p52 + 2048));
  vec m = _mm256_castsi256_pd(
      _mm256_sub_epi64(bits, _mm256_and_si256(moved, _mm256_set1_epi64x((long long) 0xfff0000000000000ULL))));
  vec s = _mm256_div_pd(_mm256_sub_pd(m, set(1.0)), _mm256_add_pd(m, set(1.0)));
  vec z = _mm256_mul_pd(s, s);
  vec p = set(0.16621947090220962);
  p = fma4(p, z, set(0.18140185202489723));
  p = fma4(p, z, set(0.22222862476849645));
  p = fma4(p, z, set(0.2857142413651635));
  p = fma4(p, z, set(0.400000000112122));
  p = fma4(p, z, set(0.6666666666666208));
  p = fma4(p, z, set(2.0));
  return fma4(n, set(0x1.62e42fefa39efp-1), fma4(n, set(0x1.abc9e3b39803fp-56), _mm256_mul_pd(p, s)));
}

static void run(int paths, int steps, double step, const double *share, const double *rho, const double *drag,
                const double *pace, double *software) {
  for (int i = 0; i < paths; i += LANES * VECTORS) {
    vec alpha[VECTORS], rest[VECTORS], r[VECTORS], half[VECTORS], b[VECTORS], g[VECTORS];
    vec a[VECTORS], c[VECTORS], k[VECTORS];
    ALL(v) {
      alpha[v] = _mm256_loadu_pd(share + i + LANES * v);
      rest[v] = _mm256_sub_pd(set(1), alpha[v]);
      r[v] = _mm256_loadu_pd(rho + i + LANES * v);
      half[v] = _mm256_div_pd(set(0.5), r[v]);
      b[v] = _mm256_loadu_pd(drag + i + LANES * v);
      g[v] = _mm256_mul_pd(set(step), _mm256_loadu_pd(pace + i + LANES * v));
      a[v] = c[v] = k[v] = set(0);
    }
    for (int n = 0; n < steps; n++) {
      vec input[VECTORS];
      ALL(v) input[v] = fma4(alpha[v], exp4(_mm256_mul_pd(r[v], c[v])),
                             _mm256_mul_pd(rest[v], exp4(_mm256_mul_pd(r[v], k[v]))));
      ALL(v) a[v] = fma4(g[v], exp4(fma4(half[v], log4(input[v]), _mm256_mul_pd(_mm256_sub_pd(set(0), b[v]), a[v]))),
                         a[v]);
      ALL(v) c[v] = _mm256_add_pd(c[v], set(step / 2));
      ALL(v) k[v] = fma4(set(step / 10), exp4(_mm256_mul_pd(a[v], set(0.1))), k[v]);
    }
    ALL(v) _mm256_storeu_pd(software + i + LANES * v, a[v]);
  }
}

int main(int argc, char **argv) {
  if (argc != 4) return 2;
  int paths = atoi(argv[2]), steps = atoi(argv[3]);
  int size = (paths + LANES * VECTORS - 1) / (LANES * VECTORS) * (LANES * VECTORS);
  double *columns[4], *software = malloc(size * sizeof(double));
  FILE *file = fopen(argv[1], "rb");
  if (!file) return 2;
  for (int q = 0; q < 4; q++) {
    columns[q] = malloc(size * sizeof(double));
    if (fread(columns[q], sizeof(double), paths, file) != (size_t) paths) return 2;
    for (int i = paths; i < size; i++) columns[q][i] = columns[q][paths - 1];
  }
  fclose(file);
  puts("ready");
  fflush(stdout);
  for (char line[64]; fgets(line, sizeof line, stdin);) {
    struct timespec from, to;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
    run(paths, steps, 0.01, columns[0], columns[1], columns[2], columns[3], software);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
    double sum = 0;
    for (int i = 0; i < paths; i++) sum += software[i];
    printf("%lld %.17g\n", (to.tv_sec - from.tv_sec) * 1000000000LL + to.tv_nsec - from.tv_nsec, sum / paths);
    fflush(stdout);
  }
  return 0;
}
