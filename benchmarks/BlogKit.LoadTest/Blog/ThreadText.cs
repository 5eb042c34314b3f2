using System.Globalization;
using System.Text;

namespace BlogKit.LoadTest;

/// <summary>Texts of about 300 characters, the usual length of a comment, each different from the others.</summary>
internal static class ThreadText
{
    private const int Length = 270;
    private const int Step = 7;

    private static readonly string[] s_sentences =
    [
        "We moved the hives to the edge of the clover last spring and the bees found it within an hour.",
        "I would wait another week before opening them, the nights are still cold here.",
        "The old smoker works better than the new one, mostly because it holds more straw.",
        "Does anybody know how far they fly when the lime trees are over?",
        "My neighbour keeps his along the railway and takes twice the honey from a third of the boxes.",
        "Thank you for the drawing, I had always put the frames in the other way round.",
        "A dry summer does not have to be a bad one if there is water close by.",
        "What you write about the queen is what my grandfather used to say.",
        "I tried it with a shallow box and came back to the deep one after two years.",
        "In the hills the heather comes late, so we take the last honey in September.",
        "The wax was darker than I expected but it melted clean.",
        "It took me three seasons to see that they were short of room and not of food.",
        "On a warm evening you can hear from the sound whether they are content.",
        "Please write more about how you prepare for the winter.",
        "We lost one of seven, which is less than in most years.",
        "The picture with the long shadow is lovely.",
        "Mice got into mine through a gap that I could hardly fit a finger into.",
    ];

    public static string Of(int number)
    {
        var text = new StringBuilder();
        for (var i = 0; text.Length < Length; i++)
        {
            var sentence = number + (number / s_sentences.Length) + (i * (Step + (number % 3)));
            text.Append(s_sentences[sentence % s_sentences.Length]).Append(' ');
        }

        return text.Append("This was year ").Append(number.ToString(CultureInfo.InvariantCulture)).Append('.').ToString();
    }
}
