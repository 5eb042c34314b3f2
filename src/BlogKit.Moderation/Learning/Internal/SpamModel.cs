using System.Runtime.InteropServices;

namespace BlogKit.Moderation.Internal;

/// <summary>
/// The learning classifier: a naive Bayes over words and one over letters, both plain counts, and a passive-aggressive linear model that
/// corrects them, in one table of fixed size into which features are hashed. The state is whole numbers that lessons add to: taking a
/// lesson back subtracts what its receipt says, in whatever order. Not safe for concurrent use.
/// </summary>
/// <remarks>
/// Forgetting: later lessons add more (twice as much after <see cref="ModelShape.HalfLife"/> lessons), so what was learned long ago weighs
/// less without anything being touched. When the numbers have grown by <see cref="LargestUnit"/>, everything is divided once; only that is
/// not exactly reversible.
/// </remarks>
internal sealed class SpamModel
{
    private const int SmallestUnit = 64;
    private const int LargestUnit = 65_536;
    private const int DivisionBits = 10;
    private const int PushFraction = 256;
    private const double Smoothing = 0.25;
    private const double LargestPush = 0.1;
    private const double PushScale = 3;
    private const double Damping = 3;
    private const int MostSamples = 1000;
    private const double LargestSampleWeight = 4;

    private readonly Cell[] _cells;
    private readonly List<LessonReceipt> _receipts = [];
    private readonly Dictionary<Guid, LessonReceipt> _byKey = [];
    private Calibration? _calibration;

    public SpamModel(ModelShape shape)
    {
        Shape = shape;
        _cells = new Cell[1 << shape.Bits];
    }

    public ModelShape Shape { get; }

    /// <summary>Lessons that count in full or half, without those that come with BlogKit.</summary>
    public int SpamLessons { get; private set; }

    public int HamLessons { get; private set; }

    /// <summary>The weights of what was learned, with what came with BlogKit.</summary>
    public long SpamWeight { get; private set; }

    public long HamWeight { get; private set; }

    /// <summary>How often everything was divided.</summary>
    public int Divisions { get; private set; }

    public IReadOnlyList<LessonReceipt> Receipts => _receipts;

    public Calibration Calibration => _calibration ??= Calibration.Fit(JudgeLessonsWithoutThemselves());

    public Span<Cell> Table => _cells;

    /// <summary>The table and the receipts, without the objects around them.</summary>
    public long MemoryBytes => (12L * _cells.Length) + _receipts.Sum(static r => 128L + (4L * r.Cells.Length));

    private double Unit =>
        SmallestUnit * Math.Pow(2, ((double)(SpamLessons + HamLessons) / Shape.HalfLife) - (Divisions * (double)DivisionBits));

    /// <summary>The evidence about a text.</summary>
    public Evidence Weigh(ReadOnlySpan<uint> cells) => new Scale(this).Weigh(cells, default);

    /// <summary>
    /// The logarithm of the odds that a text is spam, and the share of every cell in it; the shares and the bias add up to it.
    /// </summary>
    public double LogOdds(ReadOnlySpan<uint> cells, Span<double> shares)
    {
        var scale = new Scale(this);
        var evidence = scale.Weigh(cells, default);
        if (!shares.IsEmpty)
        {
            scale.Weigh(cells, shares);
        }

        return Calibration.LogOdds(evidence);
    }

    public LessonReceipt? FindReceipt(Guid key) => _byKey.GetValueOrDefault(key);

    /// <summary>
    /// Learns a text, in the place of what was learned under the same key. The oldest receipt is given up when there are too many.
    /// </summary>
    public LessonReceipt Learn(ReadOnlySpan<uint> cells, Lesson lesson)
    {
        Unlearn(lesson.Key);
        var unit = Unit;
        var receipt = new LessonReceipt
        {
            Key = lesson.Key,
            IsSpam = lesson.Label.IsSpam,
            IsHalf = lesson.Label.IsHalf,
            Weight = (int)Math.Round(lesson.Label.IsHalf ? unit / 2 : unit),
            Step = StepFor(cells, Weigh(cells), lesson.Label, unit),
            Cells = cells.ToArray(),
            Writer = lesson.Writer,
            Teacher = lesson.Teacher,
            Minute = lesson.Minute,
            Previous = lesson.Previous,
        };
        Apply(receipt, 1);
        Remember(receipt);
        DivideWhenLarge();
        return receipt;
    }

    /// <summary>Learns a text for good, as part of what every model begins with.</summary>
    public void LearnStarter(ReadOnlySpan<uint> cells, bool isSpam)
    {
        var label = new LessonLabel(isSpam, IsHalf: false);
        var step = StepFor(cells, Weigh(cells), label, SmallestUnit);
        Add(cells, isSpam, SmallestUnit, step);
    }

    /// <summary>Takes a remembered lesson back.</summary>
    /// <returns>False when it is not remembered (any more).</returns>
    public bool Unlearn(Guid key)
    {
        if (!_byKey.Remove(key, out var receipt))
        {
            return false;
        }

        _receipts.RemoveAt(_receipts.FindIndex(r => ReferenceEquals(r, receipt)));
        Apply(receipt, -1);
        return true;
    }

    /// <summary>Puts back what was stored.</summary>
    public void Restore(
        int spamLessons, int hamLessons, long spamWeight, long hamWeight, int divisions, IEnumerable<LessonReceipt> receipts)
    {
        (SpamLessons, HamLessons, SpamWeight, HamWeight, Divisions) = (spamLessons, hamLessons, spamWeight, hamWeight, divisions);
        _receipts.Clear();
        _byKey.Clear();
        foreach (var receipt in receipts)
        {
            Remember(receipt);
        }
    }

    /// <summary>
    /// What the model would say of every remembered lesson had it not learned it: each is taken back, weighed and put back, so that nothing
    /// depends on the order in which they came. At most <see cref="MostSamples"/>, evenly spread; both kinds weigh as they do among all
    /// lessons, remembered or not.
    /// </summary>
    public Calibration.Sample[] JudgeLessonsWithoutThemselves()
    {
        var spam = _receipts.Count(static r => r.IsSpam);
        var (spamWeight, hamWeight) = (SampleWeight(SpamLessons, spam), SampleWeight(HamLessons, _receipts.Count - spam));
        var samples = new Calibration.Sample[Math.Min(_receipts.Count, MostSamples)];
        for (var i = 0; i < samples.Length; i++)
        {
            var receipt = _receipts[(int)((long)i * _receipts.Count / samples.Length)];
            Change(receipt, -1);
            var evidence = Weigh(receipt.Cells);
            Change(receipt, 1);
            samples[i] = new Calibration.Sample(
                evidence, receipt.IsSpam, (receipt.IsSpam ? spamWeight : hamWeight) * (receipt.IsHalf ? 0.5 : 1));
        }

        return samples;

        double SampleWeight(int ofKind, int remembered) => remembered == 0
            ? 0
            : Math.Min((double)ofKind / (SpamLessons + HamLessons) * _receipts.Count / remembered, LargestSampleWeight);
    }

    private void Remember(LessonReceipt receipt)
    {
        _calibration = null;
        _receipts.Add(receipt);
        if (receipt.Key != Guid.Empty)
        {
            _byKey[receipt.Key] = receipt;
        }

        if (_receipts.Count > Shape.Receipts)
        {
            var given = GivenUp();
            if (_byKey.TryGetValue(_receipts[given].Key, out var known) && ReferenceEquals(known, _receipts[given]))
            {
                _byKey.Remove(known.Key);
            }

            _receipts.RemoveAt(given);
        }
    }

    /// <summary>
    /// The oldest receipt; of the commoner kind, while the rarer one has no more than a quarter: a long run of one kind must not leave it
    /// without witnesses.
    /// </summary>
    private int GivenUp()
    {
        var spam = _receipts.Count(static r => r.IsSpam);
        var rare = Math.Min(spam, _receipts.Count - spam);
        var isSpamRare = spam == rare;
        return rare > _receipts.Count / 4 ? 0 : _receipts.FindIndex(r => r.IsSpam != isSpamRare);
    }

    private static int StepFor(ReadOnlySpan<uint> cells, Evidence before, LessonLabel label, double unit)
    {
        var sign = label.IsSpam ? 1 : -1;
        var loss = 1 - (sign * before.Pushes / PushScale);
        if (loss <= 0 || cells.IsEmpty)
        {
            return 0;
        }

        var square = 0.0;
        foreach (var cell in cells)
        {
            square += (cell & FeatureWorkspace.LettersBit) == 0 ? 1 : 0.25;
        }

        var push = Math.Min(LargestPush, loss / square) * (label.IsHalf ? 0.5 : 1);
        return sign * (int)Math.Round(push * unit * PushFraction);
    }

    private void Apply(LessonReceipt receipt, int sign)
    {
        Change(receipt, sign);
        _calibration = null;
    }

    private void Change(LessonReceipt receipt, int sign)
    {
        Add(receipt.Cells, receipt.IsSpam, sign * receipt.Weight, sign * receipt.Step);
        SpamLessons += receipt.IsSpam ? sign : 0;
        HamLessons += receipt.IsSpam ? 0 : sign;
    }

    private void Add(ReadOnlySpan<uint> cells, bool isSpam, int weight, int step)
    {
        SpamWeight += isSpam ? weight : 0;
        HamWeight += isSpam ? 0 : weight;
        foreach (var index in cells)
        {
            ref var cell = ref _cells[index & ~FeatureWorkspace.LettersBit];
            if (isSpam)
            {
                cell.Spam += weight;
            }
            else
            {
                cell.Ham += weight;
            }

            // Half of a negative step is minus half of the positive one, so that both directions cancel.
            cell.Push += (index & FeatureWorkspace.LettersBit) == 0 ? step : step / 2;
        }
    }

    private void DivideWhenLarge()
    {
        if (Unit < LargestUnit)
        {
            return;
        }

        foreach (ref var cell in _cells.AsSpan())
        {
            cell.Spam = Divide(cell.Spam);
            cell.Ham = Divide(cell.Ham);
            cell.Push = Divide(cell.Push);
        }

        SpamWeight >>= DivisionBits;
        HamWeight >>= DivisionBits;
        Divisions++;
        for (var i = 0; i < _receipts.Count; i++)
        {
            var divided = _receipts[i] with { Weight = Divide(_receipts[i].Weight), Step = Divide(_receipts[i].Step) };
            if (_byKey.TryGetValue(divided.Key, out var known) && ReferenceEquals(known, _receipts[i]))
            {
                _byKey[divided.Key] = divided;
            }

            _receipts[i] = divided;
        }
    }

    private static int Divide(int value) => (value + (1 << (DivisionBits - 1))) >> DivisionBits;

    /// <summary>A cell of the table: the weights of the lessons of either kind that had one of its features, and the push.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Cell
    {
        public int Spam;
        public int Ham;
        public int Push;
    }

    /// <summary>What a text is weighed with, computed once.</summary>
    private readonly ref struct Scale
    {
        private readonly SpamModel _model;
        private readonly float _smoothSpam;
        private readonly float _smoothHam;
        private readonly float _balance;
        private readonly double _push;

        public Scale(SpamModel model)
        {
            _model = model;
            var unit = model.Unit;
            double spam = Math.Max(model.SpamWeight, 0) + unit, ham = Math.Max(model.HamWeight, 0) + unit;
            _smoothSpam = (float)(2 * Smoothing * unit * spam / (spam + ham));
            _smoothHam = (float)(2 * Smoothing * unit * ham / (spam + ham));
            _balance = (float)Math.Log(ham / spam);
            _push = PushScale / (unit * PushFraction);
        }

        public Evidence Weigh(ReadOnlySpan<uint> cells, Span<double> shares)
        {
            float words = 0, letters = 0;
            int wordCells = 0, letterCells = 0;
            long pushes = 0;
            var table = _model._cells;
            foreach (var index in cells)
            {
                ref var cell = ref table[index & ~FeatureWorkspace.LettersBit];
                if (cell is { Spam: <= 0, Ham: <= 0 })
                {
                    continue;
                }

                if ((index & FeatureWorkspace.LettersBit) == 0)
                {
                    words += LogRatio(cell);
                    wordCells++;
                    pushes += cell.Push * 2L;
                }
                else
                {
                    letters += LogRatio(cell);
                    letterCells++;
                    pushes += cell.Push;
                }
            }

            double wordScale = 1 / Math.Sqrt(wordCells + Damping), letterScale = 1 / Math.Sqrt(letterCells + Damping);
            if (!shares.IsEmpty)
            {
                Share(cells, shares, wordScale, letterScale);
            }

            return new Evidence((float)(words * wordScale), (float)(letters * letterScale), (float)(pushes * _push / 2));
        }

        private void Share(ReadOnlySpan<uint> cells, Span<double> shares, double wordScale, double letterScale)
        {
            var calibration = _model.Calibration;
            for (var i = 0; i < cells.Length; i++)
            {
                var isLetters = (cells[i] & FeatureWorkspace.LettersBit) != 0;
                ref var cell = ref _model._cells[cells[i] & ~FeatureWorkspace.LettersBit];
                shares[i] = cell is { Spam: <= 0, Ham: <= 0 }
                    ? 0
                    : (LogRatio(cell) * (isLetters ? calibration.Letters * letterScale : calibration.Words * wordScale))
                        + (cell.Push * _push * calibration.Pushes * (isLetters ? 0.5 : 1));
            }
        }

        private float LogRatio(Cell cell) =>
            MathF.Log((Math.Max(cell.Spam, 0) + _smoothSpam) / (Math.Max(cell.Ham, 0) + _smoothHam)) + _balance;
    }
}
