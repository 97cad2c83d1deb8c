package rubicon.simulator.scenario.takeoff.ode;

import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;

/// Numbers of the method of order 8 by Dormand and Prince. Its stages are Hipparchus' own; what
/// that keeps to itself is written down.
///
/// @see "Hairer, Nørsett & Wanner, Solving Ordinary Differential Equations I, II.5 and II.6"
final class Tableau {
    /// Stages of a step; the slope at its end is the next one's first.
    static final int STAGES = 12;

    /// What the interpolation needs besides: the slope at the end, and three more.
    static final int ALL = 16;

    /// At which part of the step a stage is, from the second on.
    static final double[] C;

    /// By stage from the second on: the weights of those before.
    static final double[][] A;

    /// Of the stages in the step.
    static final double[] B;

    /// Of the stages in the error of order 5, and in that of order 3.
    static final double[] E5 = {
        0.01312004499419488,
        0,
        0,
        0,
        0,
        -1.2251564463762044,
        -0.4957589496572502,
        1.6643771824549864,
        -0.35032884874997366,
        0.3341791187130175,
        0.08192320648511571,
        -0.022355307863886294
    };

    static final double[] E3 = {
        -0.18980075407240762,
        0,
        0,
        0,
        0,
        4.450312892752409,
        1.8915178993145003,
        -5.801203960010585,
        -0.42268232132379197,
        -0.1521609496625161,
        0.20136540080403034,
        0.022651792198360825
    };

    /// Of all stages in the last four coefficients of the interpolation.
    static final double[][] D = {
        {
            -8.428938276109013,
            0,
            0,
            0,
            0,
            0.5667149535193777,
            -3.0689499459498917,
            2.38466765651207,
            2.1170345824450285,
            -0.871391583777973,
            2.2404374302607883,
            0.6315787877694689,
            -0.08899033645133331,
            18.148505520854727,
            -9.194632392478356,
            -4.436036387594894
        },
        {
            10.427508642579134,
            0,
            0,
            0,
            0,
            242.28349177525817,
            165.20045171727028,
            -374.5467547226902,
            -22.113666853125302,
            7.733432668472264,
            -30.674084731089398,
            -9.332130526430229,
            15.697238121770845,
            -31.139403219565178,
            -9.35292435884448,
            35.81684148639408
        },
        {
            19.985053242002433,
            0,
            0,
            0,
            0,
            -387.0373087493518,
            -189.17813819516758,
            527.8081592054236,
            -11.573902539959631,
            6.8812326946963,
            -1.0006050966910838,
            0.7777137798053443,
            -2.778205752353508,
            -60.19669523126412,
            84.32040550667716,
            11.99229113618279
        },
        {
            -25.69393346270375,
            0,
            0,
            0,
            0,
            -154.18974869023643,
            -231.5293791760455,
            357.6391179106141,
            93.4053241836243,
            -37.45832313645163,
            104.0996495089623,
            29.8402934266605,
            -43.53345659001114,
            96.32455395918828,
            -39.17726167561544,
            -149.72683625798564
        }
    };

    static {
        var integrator = new DormandPrince853Integrator(1, 1, 1, 1);
        C = integrator.getC();
        A = integrator.getA();
        B = integrator.getB();
    }

    private Tableau() {}
}
