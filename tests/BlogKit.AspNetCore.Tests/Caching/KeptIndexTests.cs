using BlogKit.AspNetCore.Internal;

namespace BlogKit.AspNetCore.Tests;

public sealed class KeptIndexTests
{
    private static readonly BlogId[] Blogs = [new(Guid.CreateVersion7()), new(Guid.CreateVersion7()), default];
    private static readonly PostId?[] Posts = [new(Guid.CreateVersion7()), new(Guid.CreateVersion7()), new(Guid.CreateVersion7()), null];

    private static readonly BlogParts[] Parts =
    [
        BlogParts.AllReadersSeeBut(),
        BlogParts.AllReadersSeeBut(BlogChangeKind.Feedback),
        BlogParts.Only(BlogChangeKind.Post, BlogChangeKind.Blog),
        BlogParts.Only(BlogChangeKind.Queue, BlogChangeKind.Thread),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void The_index_finds_what_a_look_at_everything_finds(int seed)
    {
        var random = new Random(seed);
        var index = new KeptIndex();
        var all = new List<Kept>();

        for (var step = 0; step < 2_000; step++)
        {
            if (all.Count < 40 && random.Next(3) > 0)
            {
                var kept = new Kept(new Sources(Any(random, Blogs), Any(random, Posts), Any(random, Parts)));
                index.Add(kept);
                all.Add(kept);
            }
            else if (all.Count > 0)
            {
                var gone = all[random.Next(all.Count)];
                index.Remove(gone);
                all.Remove(gone);
            }

            var change = new BlogChange(Any(random, Blogs), Any(random, Enum.GetValues<BlogChangeKind>())) { PostId = Any(random, Posts) };
            index.TouchedBy(change).Should().BeEquivalentTo(
                all.Where(k => k.Source.IsTouchedBy(change)), static o => o.ComparingByValue<IKept>(), because: $"of {change}");
        }
    }

    [Theory]
    [InlineData(BlogChangeKind.Thread)]
    [InlineData(BlogChangeKind.Feedback)]
    [InlineData(BlogChangeKind.Queue)]
    public void A_change_below_one_post_looks_at_nothing_of_the_others(BlogChangeKind kind)
    {
        var index = new KeptIndex();
        var one = new Kept(new Sources(Blogs[0], Posts[0], Parts[0]));
        var others = Enumerable.Range(0, 1_000)
            .Select(static _ => new Kept(new Sources(Blogs[0], new PostId(Guid.CreateVersion7()), Parts[0])))
            .ToArray();
        foreach (var kept in others.Prepend(one))
        {
            index.Add(kept);
            kept.Looks = 0;
        }

        index.TouchedBy(new BlogChange(Blogs[0], kind) { PostId = Posts[0] }).Should().HaveCount(kind is BlogChangeKind.Queue ? 0 : 1);
        index.Remove(one);

        others.Sum(static k => k.Looks).Should().Be(0);
    }

    [Fact]
    public void A_vote_looks_at_no_list()
    {
        var index = new KeptIndex();
        var list = new Kept(new Sources(Blogs[0], null, Parts[1]));
        index.Add(list);
        list.Looks = 0;

        index.TouchedBy(new BlogChange(Blogs[0], BlogChangeKind.Feedback) { PostId = Posts[0] }).Should().BeEmpty();

        list.Looks.Should().Be(0);
    }

    private static T Any<T>(Random random, T[] all) => all[random.Next(all.Length)];

    /// <summary>Counts how often it is looked at.</summary>
    private sealed class Kept(Sources source) : IKept
    {
        public int Looks { get; set; }

        public Sources Source => source;

        public Sources MadeOf
        {
            get
            {
                Looks++;
                return source;
            }
        }

        public void Touch(BlogChange change) => Looks++;

        public override bool Equals(object? obj)
        {
            Looks++;
            return ReferenceEquals(this, obj);
        }

        public override int GetHashCode()
        {
            Looks++;
            return base.GetHashCode();
        }
    }
}
