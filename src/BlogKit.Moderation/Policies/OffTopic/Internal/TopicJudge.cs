using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace BlogKit.Moderation.Internal;

/// <summary>
/// Compares a comment with a post, the conversation and the comment answered: BM25-like sums of what the shared words say, the field of
/// talk, the likeness of words, and how much better other posts that were learned from would fit, weighed by a logistic model.
/// </summary>
/// <remarks>
/// The weights were fitted on threads of mailing lists; docs/moderation/off-topic.md has the measurements. Words of the title never count
/// against a comment, nor for another post: adding the title to a comment cannot raise its score.
/// </remarks>
internal sealed class TopicJudge(TopicModel model)
{
    // Shared with the post, with the conversation, the share of the conversation's, likeness, field, all that is said, margin over other
    // posts; constant.
    private static readonly float[] Alone = [-1.57f, 0, 0, -0.36f, -1.11f, 0.47f, 0, -0.85f];
    private static readonly float[] Talked = [-1.30f, -1.32f, -1.65f, -1.13f, -0.42f, 0.88f, 0, -1.29f];
    private static readonly float[] Learned = [-1.31f, 0, 0, -0.33f, -1.17f, 0.65f, -4.51f, -2.66f];
    private static readonly float[] LearnedAndTalked = [-1.04f, -1.01f, -1.35f, -0.84f, -0.62f, 1.07f, -7.24f, -3.71f];

    private const float LeastLikeness = 0.6f;

    // The weights above were fitted on openings of about thirty different words, with which every fifth comment shares none. A longer text
    // says more about its subject: sharing nothing with it weighs in full from sixty words on. By judgement, not fitted.
    private const float SilenceWeight = 2;
    private const float ShortText = 30;
    private const float LongText = 60;

    private readonly ConcurrentBag<TopicScratch> _scratches = [];

    public TopicJudgement Judge(
        string text, TopicText reader, TopicPlace place, TopicProfile conversation, TopicProfile? parent, int maximumTerms)
    {
        var scratch = TopicScratch.Take(_scratches);
        reader.Read(text, scratch.Terms, maximumTerms, scratch.Words);
        var sums = new Sums();
        var posts = model.Posts;
        var activation = ArrayPool<float>.Shared.Rent(Math.Max(posts, 1));
        activation.AsSpan(0, posts).Clear();
        Span<float> fields = stackalloc float[TopicWords.Default.FieldCount];
        fields.Clear();
        foreach (ref readonly var term in CollectionsMarshal.AsSpan(scratch.Terms))
        {
            if (scratch.Seen.Add(term.Key))
            {
                Add(term, text, place, conversation, parent, ref sums, fields, activation);
            }
        }

        var margin = posts < 2 ? 0 : (sums.Both - HighestOther(activation.AsSpan(0, posts), model.IndexOf(place.Key))) / (sums.All + 5);
        ArrayPool<float>.Shared.Return(activation);
        var weights = (posts < 2, conversation.Count == 0) switch
        {
            (true, true) => Alone,
            (true, false) => Talked,
            (false, true) => Learned,
            _ => LearnedAndTalked,
        };
        var field = Math.Max(Cosine(fields, place.Profile.Fields), Cosine(fields, conversation.Fields));
        var z = (weights[0] * MathF.Log(1 + sums.Post)) + (weights[1] * MathF.Log(1 + sums.Conversation))
            + (weights[2] * sums.Conversation / (sums.All + 3))
            + (weights[3] * sums.Alike / (sums.All + 3)) + (weights[4] * field) + (weights[5] * MathF.Log(1 + sums.All))
            + (weights[6] * margin) + weights[7];
        z += SilenceWeight * Math.Clamp((place.Profile.Count - ShortText) / (LongText - ShortText), 0, 1) * MathF.Exp(-sums.Both);
        var parentShare = Share(sums.Parent, sums.Whole);
        var judgement = new TopicJudgement
        {
            Score = (1 - Math.Min(1, 2 * parentShare)) / (1 + Math.Exp(-z)),
            Post = Share(sums.Post, sums.Whole),
            Conversation = Share(sums.Conversation, sums.Whole),
            Parent = parentShare,
            Words = sums.Words,
            Thanks = Any(scratch.Words, TopicWords.Default.Thanks),
            Addresses = Any(scratch.Words, TopicWords.Default.Address),
        };
        scratch.GiveBack(_scratches);
        return judgement;
    }

    public static float LengthOf(ReadOnlySpan<float> vector)
    {
        var square = 0f;
        foreach (var value in vector)
        {
            square += value * value;
        }

        return MathF.Sqrt(square);
    }

    private void Add(
        in TopicTerm term,
        string text,
        TopicPlace place,
        TopicProfile conversation,
        TopicProfile? parent,
        ref Sums sums,
        Span<float> fields,
        float[] activation)
    {
        var says = model.Says(term);
        var inPost = place.Profile.WeightOf(term.Key);
        var inConversation = conversation.WeightOf(term.Key);
        sums.Whole += says;
        sums.Post += says * inPost;
        sums.Conversation += says * inConversation;
        sums.Both += says * Math.Max(inPost, inConversation);
        sums.Parent += parent is null ? 0 : says * parent.WeightOf(term.Key);
        if (place.TitleKeys.Contains(term.Key))
        {
            return;
        }

        sums.All += says;
        sums.Words++;
        TopicProfile.AddFields(term.Key, 1, fields);
        if (inPost == 0 && inConversation == 0)
        {
            var word = text.AsSpan(term.Start, term.Length);
            var alike = Math.Max(place.Profile.Likeness(word), 0.8f * conversation.Likeness(word));
            sums.Alike += alike >= LeastLikeness ? says * alike : 0;
        }

        foreach (var (post, weight) in model.PostsOf(term.Key))
        {
            activation[post] += says * weight;
        }
    }

    private static float HighestOther(ReadOnlySpan<float> activation, int own)
    {
        var highest = 0f;
        for (var i = 0; i < activation.Length; i++)
        {
            highest = i == own ? highest : Math.Max(highest, activation[i]);
        }

        return highest;
    }

    private static float Cosine(ReadOnlySpan<float> fields, float[] others)
    {
        var length = LengthOf(fields);
        if (length == 0 || others.Length == 0)
        {
            return 0;
        }

        var product = 0f;
        for (var i = 0; i < others.Length; i++)
        {
            product += fields[i] * others[i];
        }

        return product / length;
    }

    private static double Share(float part, float whole) => whole == 0 ? 0 : Math.Min(1, part / whole);

    private static bool Any(List<ulong> words, System.Collections.Frozen.FrozenSet<ulong> wanted)
    {
        foreach (var word in words)
        {
            if (wanted.Contains(word))
            {
                return true;
            }
        }

        return false;
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Sums
    {
        public float Whole;
        public float All;
        public float Post;
        public float Conversation;
        public float Both;
        public float Parent;
        public float Alike;
        public int Words;
    }
}
