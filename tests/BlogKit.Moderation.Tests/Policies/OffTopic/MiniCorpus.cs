namespace BlogKit.Moderation.Tests;

/// <summary>Eight made-up articles with comments that belong to them; some share no word with their article.</summary>
internal static class MiniCorpus
{
    public static (string Title, string Text, string[] Comments)[] Articles { get; } =
    [
        ("Council votes to close the old harbour swimming pool",
            "The town council decided on Tuesday to close the harbour pool after engineers found cracks in the basin. "
                + "Repairs would cost two million.",
            [
                "My children learned to swim in that pool, closing it is a disgrace for the council.",
                "Two million for repairs is cheap compared to what the mayor spends on parking.",
                "The engineers warned about cracks in the basin ten years ago and nobody listened.",
                "Where are the lifeguards and the school classes supposed to train next winter?",
                "Every mayor since 1990 has promised the lifeguards a new basin with lanes for the school classes.",
                "Vote them out in the next election, the mayor and the whole lot of them.",
            ]),
        ("Rocket lands on its tail after reaching orbit",
            "A private company brought the first stage of its rocket back to the launch site after putting a satellite into orbit.",
            [
                "Landing the first stage and flying it again makes every launch cheaper.",
                "The satellite was delivered to the right orbit as well, which people forget.",
                "Imagine what astronauts could do on Mars with boosters that come home.",
                "Boosters that come home will change what NASA pays for astronauts.",
                "Watching the launch from the beach with my father was the best day of the year.",
                "Reusable boosters were planned in the seventies, the shuttle never got cheap.",
            ]),
        ("How to bake sourdough bread in a cold kitchen",
            "A sourdough starter needs warmth. Keep the dough near the oven, extend the rise and bake the bread in a closed pot.",
            [
                "I put my starter on top of the fridge and the dough doubles in six hours.",
                "Rye flour makes the starter livelier, and the crust comes out darker.",
                "A closed pot in a hot oven gives the best crust on bread.",
                "Rye flour, a little honey and patience, that was all my grandmother needed.",
                "With wholemeal flour the loaf stays dense, add more water and a pinch of salt.",
                "My loaf stuck to the bottom although I used plenty of flour and butter.",
            ]),
        ("Hospital nurses strike for better pay",
            "Nurses at the city hospital walked out on Monday. Their union wants higher wages and fewer patients on each shift.",
            [
                "Nurses work night shifts with twenty patients each, of course they strike.",
                "The union should have asked for more staff before asking for wages.",
                "Doctors stand with the nurses, the wards are dangerous at night.",
                "My mother lay in those wards for a week and saw a doctor twice.",
                "Doctors earn enough, the people who clean the wards do not.",
                "A hospital is not a factory, patients are not parts on a belt.",
            ]),
        ("Late goal sends underdogs into the cup final",
            "A header in the last minute gave the second division team a win over the champions and a place in the final.",
            [
                "What a header, the goalkeeper had no chance in the last minute.",
                "The champions rested half their squad and paid for it.",
                "The referee should have given a penalty long before that goal.",
                "Their striker ran more than the whole midfield together.",
                "That referee ruins every match, the striker was clearly offside.",
                "The coach got the tactics right, the defenders never left the box.",
            ]),
        ("New phone ships with a battery you can replace",
            "The maker says the battery of its new phone can be changed without tools. Spare screens and cameras will be sold as well.",
            [
                "Finally a phone with a battery I can change myself, I will buy two.",
                "Spare screens for five years would be worth more than the camera.",
                "My old Android tablet died because the charger port broke.",
                "Apple will copy it and call it an innovation, as with every gadget.",
                "The charger port breaks long before anything else on these Android things.",
                "Waterproof and repairable at once is hard, the seals around the battery are the problem.",
            ]),
        ("Storm floods villages along the river",
            "Heavy rain raised the river by three metres. Firefighters brought families from the flooded villages to safety by boat.",
            [
                "Our cellar is full of water and the river is still rising.",
                "Firefighters pulled my uncle off the roof with a boat, heroes all of them.",
                "The forecast warned of the storm and the villages were not told.",
                "Sandbags, pumps and neighbours with tractors, that is what saved our street.",
                "Bring sandbags and pumps to the old school, the tractors cannot get through.",
                "Building houses on the meadows by the river was madness from the start.",
            ]),
        ("Museum returns stolen paintings to the heirs of collectors",
            "The museum gave back four paintings that had been taken from a family of collectors in the war. "
                + "Historians traced them for ten years.",
            [
                "The heirs waited eighty years for those paintings, shame on the museum.",
                "Historians traced the canvases through auction catalogues and letters.",
                "Half the galleries of Europe hang things that were looted in the war.",
                "Galleries should publish their auction catalogues, then everybody could check.",
                "A portrait like that belongs where the public can look at it.",
                "Looted is looted, however beautiful the frame and however long ago.",
            ]),
    ];

    /// <summary>Every comment under its own article and under the next but two.</summary>
    public static IEnumerable<LabelledCase> Crossed()
    {
        for (var a = 0; a < Articles.Length; a++)
        {
            foreach (var comment in Articles[a].Comments)
            {
                yield return new LabelledCase(comment, IsPositive: false, ContextOf(a));
                yield return new LabelledCase(comment, IsPositive: true, ContextOf((a + 3) % Articles.Length));
            }
        }
    }

    /// <summary>A comment under an article, with the article's other comments as the conversation when it is wanted.</summary>
    public static ModerationContext Context(
        int article, string text, bool withConversation = true, ParentFacts? parent = null, string? language = null)
    {
        var (title, body, comments) = Articles[article];
        var post = PostId.From(new Guid(article + 1, 0, 0, new byte[8]));
        var facts = new ModerationFacts
        {
            Post = new PostText(title, body, [], 1),
            Conversation = withConversation ? [.. Conversation(comments.Where(c => c != text))] : [],
        };
        var context = RuleContext.Of(
            text, name: "Rita Reader", email: null, address: null, agent: null, language: language ?? "en", facts: facts);
        return context with
        {
            Comment = context.Comment with { PostId = post },
            Post = context.Post with { Id = post, Slug = Slug.From(title), Title = title },
            Parent = parent,
        };
    }

    public static IEnumerable<ConversationComment> Conversation(IEnumerable<string> texts) =>
        texts.Select((text, i) => new ConversationComment
        {
            Id = CommentId.From(new Guid(i + 1, 7, 0, new byte[8])),
            ParentId = null,
            Name = "reader",
            ByAuthor = false,
            PlainText = text,
        });

    private static string ContextOf(int article) => $"{Articles[article].Title}\n{Articles[article].Text}";
}
