using BlogKit.Moderation.Internal;

namespace BlogKit.Moderation.Tests;

/// <summary>Models and lessons for tests.</summary>
internal static class TrainedModels
{
    public static ModelShape Small { get; } = new(Bits: 14, Receipts: 100, Starter: false);

    public static SpamModel Empty(ModelShape? shape = null) => StarterLessons.NewModel(shape ?? Small);

    public static LessonReceipt Learn(this SpamModel model, string text, bool isSpam, Guid key = default, bool isHalf = false) =>
        model.Learn(
            new FeatureWorkspace(model.Shape.LongestText).Read(text, model.Shape.Bits), new Lesson(key, new LessonLabel(isSpam, isHalf)));

    public static double LogOdds(this SpamModel model, string text) =>
        model.LogOdds(new FeatureWorkspace(model.Shape.LongestText).Read(text, model.Shape.Bits), default);

    public static double Probability(this SpamModel model, string text) => Calibration.Probability(model.LogOdds(text));

    /// <summary>A model that has learned forty lessons of either kind.</summary>
    public static SpamModel Taught(ModelShape? shape = null)
    {
        var model = Empty(shape);
        for (var i = 0; i < 40; i++)
        {
            model.Learn(Spam(i), isSpam: true);
            model.Learn(Ham(i), isSpam: false);
        }

        return model;
    }

    public static string Spam(int i) => (i % 4) switch
    {
        0 => $"Subscribe to my channel for free coins number {i}",
        1 => $"Visit http://shop{i}.example/?ref={i} for cheap watches",
        2 => $"Make {i}00 dollars a day from home, click my profile!!!",
        _ => $"Check out my new video and follow me, I follow back {i}",
    };

    public static string Ham(int i) => (i % 4) switch
    {
        0 => $"I planted the beans in week {i} and they came up well.",
        1 => $"Thank you for the report, the picture of the harbour at {i} o'clock is lovely.",
        2 => $"Does this also work with an oven of {i}0 degrees?",
        _ => $"My grandmother told the same story, that was {i} years ago.",
    };
}
