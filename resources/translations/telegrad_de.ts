<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>ChangeCommand</name>
    <message>
        <source>worker %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set %1 back to %2 from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set %1 to %2 again from now on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangeMarkers</name>
    <message>
        <source>Worker %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>(1, 0.9, 1.1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(1, 1, 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 / (1 + ω)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 / (1 + ω) of an unbiased compressor whose variance ω is proven (of others 1, as in EF21), or chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 / (1 − δ)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 / (1 − δ/2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1-bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1-bit SGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16-bit floats (bf16)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16-bit floats (fp16)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>32 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A biased operator, and an unbiased one for what it leaves out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A burst begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A burst ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A convex problem in which every worker has a quadratic of its own, so that at the common minimum their gradients cancel without being zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A convex problem of three weights and three workers on which the largest entries alone, without error feedback, lead away from the minimum at every learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A convex problem: f(x) = ½ Σ λᵢ xᵢ² with a given condition number, the same for every worker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A convex problem: least squares on a few drawn examples of each worker, ℓ₂-regularised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A convex problem: ℓ₂-regularised logistic regression on a few drawn examples of each worker, of two classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A staleness and a kept fraction of your own on the network of DeCo-SGD over a WAN: drag both and see what they do to simulated time and loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A star: each worker&apos;s own links to a server whose incoming and outgoing links all share; store and forward, first come first served.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tensor&apos;s gradients change if the norm of their sum does by this share or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A worker that has been silent for D iterations must upload; also the number of past moves that the threshold looks at, and of first iterations in which all upload.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A worker whose gradient has changed little since its last upload skips; those that upload send it whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accordion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy on the first source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy on the second source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adaptive random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adaptive threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to every message on the wire, once; 66 B are the Ethernet, IPv4 and TCP headers (with timestamps) of one packet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds λ/2 times the squared length of the weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adjust every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount given as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another seed, another vector of the same distribution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most so many; all workers have as many as the one with least.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At random: both times are means of exponential ones. Regularly: both are exact, and each worker begins somewhere else in them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the end, of models that know their minimum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bandwidth headroom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bandwidth of each worker&apos;s outgoing link, which all its messages share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bandwidth of each worker&apos;s own link from the server; where the server is on worker 1, of the link that all uploads share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bandwidth of each worker&apos;s own link towards the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bandwidth of the server&apos;s incoming link, which all uploads share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bandwidth of the server&apos;s outgoing link, which all broadcasts share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch statistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins the coin tosses, which all workers see alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins the draws of blocks, which all workers make alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins the numbers that the workers&apos; quadratics are drawn from; the run&apos;s seed does not move them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins the random orders, which all workers draw alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between what workers sent and their minibatches&apos; gradients, where evaluated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Biased rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits an entry q</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits in which the value of a sent entry is written, relative to its bucket&apos;s largest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits of an iteration&apos;s messages, as papers count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits of an iteration&apos;s messages, coded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits of an iteration&apos;s messages, entropy bound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks&apos; seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broadcast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bucket size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buckets of the whole model&apos;s entries; 256 take 8 bits an entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buckets q</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes that may wait at a link, without the message being sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CIFAR-10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CIFAR-100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes each photograph at random whenever it is drawn, as CIFAR-10 alone does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes each training image at random whenever it is drawn: shifted by up to 4 pixels, and flipped every second time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes each training image at random whenever it is drawn: shifted by up to 4 pixels, flipped every second time, and rotated by up to 15 degrees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels of the first stage; the later ones have multiples of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose anew every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clip at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cocktail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CocktailSGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coin&apos;s seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cold: a new one each time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of the thin matrices; a tensor for which that would save nothing is sent as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Communication rounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compression alone: the network of DeCo-SGD over a WAN, 2 % of every gradient sent, with error feedback, every iteration waiting for the mean of all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compression error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compression ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compressor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute tail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Concentration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condition number κ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Congested campus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constant, as the two values say, or following a trace over simulated time, the same for all workers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine ends at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine over epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine to the gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cuts the examples, sorted by class, into pieces and deals every worker a few.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D-EF-SGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D-EF-SGD in which each tensor sends much while its gradients change from one interval to the next, and little otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D-EF-SGD that keeps the share of the entries whose transfer takes as long as a gradient: an interpretation of DC2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D-EF-SGD that sends ever less as long as most of the squared norm is in it: an interpretation of GraVAC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D-SGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DC2-like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DCGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DD-EF-SGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DD-EF-SGD that chooses its staleness and kept fraction for the network as the workers observe it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DD-SGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DGA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DGC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DIANA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DeCo-SGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DeCo-SGD over a WAN whose bandwidth is 1 Gbit/s and 100 Mbit/s by turns, 20 s each: see how long the choice takes to follow a step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DeCo-SGD over a WAN whose bandwidth stays where it is: after the first choices there is nothing to adapt to, and a fixed setting, well chosen, can do as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DeCo-SGD over a WAN whose bandwidth swings slowly between 120 Mbit/s and 1.08 Gbit/s: the kept fraction swings with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decay again every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decay factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decay from epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delay D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delay bound D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delay compensation λ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dimension d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dirichlet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distorted drawn digits, 28x28 grey, generated from a seed; needs no download.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn examples that each worker has; its gradient is over all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EF-signSGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EF21</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EF21 on a moving average of each worker&apos;s gradients, so that their noise is not compressed anew every time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EF21-SGDM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each level is this many times the one below it: 2 takes 9 bits an entry, closer to 1 is finer and takes more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eight convolutions with batch normalisation; 9,231,114 weights for CIFAR-10.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elias codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elias delta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elias gamma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elias omega</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emulated gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encode time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the run after that many iterations, even within an epoch; 0: no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries are rounded to multiples of 1/chi: the larger, the finer, and the more bits the whole numbers need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries of at least this magnitude are sent, all others are left out: a smaller one sends more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries of at least this magnitude are sent, and received as exactly this much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs after the first decay, and after each further one, after which the learning rate is multiplied by the factor once more; 0 for one decay alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs after which the cosine is at its end, and the learning rate stays there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs after which the fractions are chosen anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs at the beginning in which the learning rate grows linearly to what the schedule says; 0 for none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs in which the kept fraction falls step by step from much to the final one; 0 for the final one throughout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error feedback with one bit for each weight, which says whether it is above zero, and the means of those that are and of those that are not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error feedback with signs: every worker sends one bit for each weight and one scale, and what that leaves out later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error feedback: every worker compresses its step together with what compression left out before, and the server takes the mean; for any compressor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors&apos; share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimates begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Euclidean (p = 2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluate every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every (1/p)-th entry from a random one on, or any set of as many entries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every (1/p)-th entry, one further on every time, or parts of a random order, one after the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every worker adds this times the weights to its gradient before it is compressed; 0 for none, as in the papers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every worker compresses its gradient and forgets what that leaves out; the server takes the mean. Made for unbiased compressors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every worker draws its own shares of the classes; shards are of one size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every worker sends its whole gradient in every iteration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every worker sends its whole gradient, and all wait for the mean of all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every worker sends the compressed difference between its gradient and a shift that learns it, so that an unbiased compressor&apos;s noise dies away at the minimum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every worker sends the compressed difference between its gradient and what the server takes for it; also where the workers&apos; functions differ it gets to the minimum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every worker sends the largest entries of its gradient and keeps the rest for later (error feedback). EF with the rate of the sum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every worker uploads in every iteration, but only the largest entries, with error feedback. As many rounds as SGD, for about a hundredth of its payload bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every worker uploads its whole gradient in every iteration. The settings of the SASG paper on a network of a size that a laptop can watch learn; the target counts the five classes rated highest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every worker uploads its whole gradient in every iteration. The settings of the SASG paper, whose target counts the five classes rated highest; a step takes seconds on a laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every worker uploads its whole gradient in every iteration: the baseline. A network of a size that a laptop can watch learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every worker uploads its whole gradient in every iteration: the baseline. Five workers hold photographs alone, five digits alone. The paper gives no sizes, labels or rates: those here are our choice, and ResNet-20 instead of its ResNet-18.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every worker uploads its whole gradient in every iteration: the baseline. The settings of the SASG paper; a step takes seconds on a laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every worker uploads the largest hundredth of every tensor in every iteration, with error feedback. A network of a size that a laptop can watch learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every worker uploads the largest hundredth of every tensor in every iteration, with error feedback. Five workers hold photographs alone, five digits alone. The paper gives no sizes, labels or rates: those here are our choice, and ResNet-20 instead of its ResNet-18.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every worker uploads the largest hundredth of every tensor in every iteration, with error feedback. The settings of the SASG paper on a network of a size that a laptop can watch learn; the target counts the five classes rated highest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every worker uploads the largest hundredth of every tensor in every iteration, with error feedback. The settings of the SASG paper, whose target counts the five classes rated highest; a step takes seconds on a laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every worker uploads the largest hundredth of every tensor in every iteration, with error feedback. The settings of the SASG paper; a step takes seconds on a laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every worker uploads the largest tenth of every tensor in every iteration, with error feedback. One of three levels to see whether sparser uploads are skipped more; the levels are our choice, the middle one is Sparse on MNIST.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every worker uploads the largest thousandth of every tensor in every iteration, with error feedback. One of three levels to see whether sparser uploads are skipped more; the levels are our choice, the middle one is Sparse on MNIST.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples a worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples in each worker&apos;s minibatch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exponent a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exponential dithering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exponential, only later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fair shares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fashion-MNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First kept fraction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First staleness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First, biased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First: amount given as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First: index coding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First: kept count k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First: kept fraction k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First: kept fraction p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First: kept fraction r</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First: largest of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First: mean of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First: positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First: threshold v</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For all runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For each run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forced uploads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four stages of two blocks with 64 to 512 channels; 11,173,962 weights for CIFAR-10.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four workers send a random twentieth of their gradients, multiplied by 20 so that the mean is right. Held against each other over bits as well as epochs, as in the paper on biased compression (arXiv 2002.12410). Learning rate and batch are our choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four workers send a random twentieth of their gradients, multiplied by 20 so that the mean is right. The operators of a figure on biased compression (arXiv 2002.12410), taking 5 for per cent. Learning rate and batch are our choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four workers send the largest twentieth of every tensor and forget the rest. The operators of a figure on biased compression (arXiv 2002.12410), taking 5 for per cent. Learning rate and batch are our choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four workers send the largest twentieth of every tensor, and what is left out later. The operators of a figure on biased compression (arXiv 2002.12410), taking 5 for per cent. Learning rate and batch are our choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four workers send the largest twentieth of every tensor, rounded to powers of two times a norm, with error feedback. Held against each other over bits as well as epochs, as in the paper on biased compression (arXiv 2002.12410). Learning rate and batch are our choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four workers send the largest twentieth of every tensor, with error feedback. Held against each other over bits as well as epochs, as in the paper on biased compression (arXiv 2002.12410). Learning rate and batch are our choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four workers send their gradients rounded to powers of two times a norm, at random and right in the mean. Held against each other over bits as well as epochs, as in the paper on biased compression (arXiv 2002.12410). Learning rate and batch are our choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four workers send their whole gradients: what the other four are to be held against. Held against each other over bits as well as epochs, as in the paper on biased compression (arXiv 2002.12410). Learning rate and batch are our choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four workers send their whole gradients: what the other three are to be held against. The operators of a figure on biased compression (arXiv 2002.12410), taking 5 for per cent. Learning rate and batch are our choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four workers with different quadratics, each sending two of twenty entries. Their gradients cancel at the common minimum without being zero, so error feedback at a constant learning rate stalls on a plateau; EF21 does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free: the weights reach the workers in no time, as the papers count. Dense: they, or what an algorithm sends in their place, are carried over the server&apos;s egress and the downlinks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full speed for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fully connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Golomb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GraVAC-like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients&apos; share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halving-doubling all-reduce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handwritten digits, 28x28 grey, 60,000 to train on and 10,000 to test on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heterogeneity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heterogeneous quadratic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How a worker&apos;s update becomes the bytes that travel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far each digit is shifted at random, at most, whenever it is drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far every weight moves in every iteration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the weights behind a worker&apos;s own examples are from the common ones, over the length of these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the workers&apos; mean function is above its minimum, for models that know it, where evaluated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How levels are written: each in as many bits as the greatest needs, or in Elias codes, which take less where most levels are zero, and more time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long a gradient takes on the emulated workers: always the same, random around a median (lognormal, or Pareto with its rare very long ones), at full speed and slowed down by turns, at a speed that follows a trace, or as long as it took on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long after a drop a message is sent again; twice as long after each further one, up to a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long it goes on and when it is evaluated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many images to measure accuracy on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many images to train on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many runs of one class a worker has: fewer are less alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times as long the work takes in a slow phase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times larger each level is than the one below it: a larger base reaches smaller entries with as many levels, a smaller one rounds more finely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much leaves a link in no time after it has been idle for long enough, as behind tc&apos;s tbf; 0 for a plain link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of a message a worker&apos;s shift takes in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often: with the probability 1 / (1 + ω) of an unbiased compressor whose variance ω is proven (of others 1 / δ, or 0.1), or a chosen one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How phi grows with an iteration of staleness: by 1 / (1 - delta / 2), as derived, or by 1 / (1 - delta), as a secondary source prints it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How positions are written: in as many bits as the model&apos;s length needs, in 32, or in a code that is short where they lie close together; automatic takes the shortest of bitmap, Rice and Golomb for each message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the curvatures lie between 1 and κ: by equal steps or by equal factors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the entries are distributed: Gaussian N(0, 1), Laplace, uniform in [0, 1), exponential with mean 1, or a power law of the ranked magnitudes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the latency varies from message to message; it is never negative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the learning rate falls over the epochs: not at all, in steps, or as half a cosine wave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the training examples are dealt out to the workers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hysteresis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ideal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In bursts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In every packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In force until the first choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In force until the first message&apos;s time is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the average of a worker&apos;s gradients; 1 for no average.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Index coding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Induced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Integer rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interval in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iteration limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations after which staleness and kept fraction are chosen again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations after which the fractions are chosen anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations after which the kept fraction takes a step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations at the beginning in which whole gradients are averaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations between sending an update and applying it: workers go on computing while it is under way; 0 waits for every update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations between two evaluations on the test set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations from one reset of the errors to the next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations to the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations until the mean of the workers&apos; gradients takes the place of a worker&apos;s own; each worker keeps as many gradients. 0 waits for every mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations whose uploads have been sent but are not in the next weights yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jitter&apos;s spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep their order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep their order: one that would overtake arrives with the one before it. May overtake: every message has a latency of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps each entry as it is by the toss of a coin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps entries chosen at random, from a seed that both sides know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps one entry at random, the larger the likelier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the entries of largest magnitude and rounds them to powers of a base times a norm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the entries of largest magnitude and rounds them to powers of two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the entries of largest magnitude as half-precision floats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the entries of largest magnitude.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the entries whose magnitude reaches a threshold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept count k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept fraction after warm-up δ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept fraction k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept fraction p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept fraction r</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept open, slow again after a pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kimad-like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LASG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LASG&apos;s failing ancestor: the comparison with the last uploaded gradient, on another minibatch, hardly ever lets a worker skip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LTE-like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laplace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large kept fraction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large: all workers alike. Small: each has few classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest packet without Ethernet&apos;s 14 B of header; 52 B of it are IPv4&apos;s and TCP&apos;s (with timestamps).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late updates are corrected by this times their squares and how far the weights have moved since; 0 for not at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LeNet-5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate γ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least gain ε</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least kept fraction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level coding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Levels s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear regression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link bandwidth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logistic regression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logistic regression, ℓ₂</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lognormal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost packets are sent again, a round trip later each time. In bursts: the link is good or bad, and loses more while it is bad (Gilbert-Elliott).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MARINA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST and CIFAR-10 mixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MTU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Magnitudes are clipped at so many times the tensor&apos;s root mean square.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mask&apos;s seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May overtake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean loss over the test set, where evaluated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of the training loss since the epoch began.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over workers of this iteration&apos;s minibatch loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Means of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message overhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages as large as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages on a link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages share a link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum factor masking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum μ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monitor&apos;s weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies each worker&apos;s gradient; the server adds the workers up, so the rate on the mean gradient is γ times the number of workers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies every entry by a constant and rounds it to a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies the bandwidths of the trace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies the mean of the workers&apos; updates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies the worker&apos;s compute times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Natural compression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Natural dithering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nesterov momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest gain&apos;s weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest gradient&apos;s weight η</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server: every worker&apos;s message is passed on around a ring until all have all of them. For messages of any size, also compressed ones and skipped ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server: gradients are added up a binary tree to worker 1, and the sum comes back down. For whole gradients; few steps, but whole vectors in each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server: gradients are added up around a ring in as many chunks as there are workers, then the sum goes around. For whole gradients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server: workers exchange halves, quarters and so on with ever nearer ones and then back. For whole gradients; best for powers of two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise grows with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None (dense)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norm of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norm p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of entries that are sent: of each tensor, or of the whole model, as the scope says; at most all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of entries that share a norm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of levels above zero: each further one is by the base smaller than the last, and what lies below the smallest is rounded to it or to zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of steps between zero and the norm: more of them mean less error and more bits an entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of weights, and of entries of an example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of workers, each with its own shard of the training set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of a dataset put together of several, every worker holds one: worker 1 the first, worker 2 the second, and so on, over and over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of an iteration in which all send whole gradients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of an iteration&apos;s simulated time: behind other messages, on the critical path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of an iteration&apos;s simulated time: computing the gradient, on the critical path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of an iteration&apos;s simulated time: encoding the upload, on the critical path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of an iteration&apos;s simulated time: propagation, on the critical path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of an iteration&apos;s simulated time: serialisation, on the critical path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of models that normalise batches: whether all workers share the running statistics that the model is evaluated with, or each has its own, of which evaluation takes the mean over the workers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the whole run, on the emulator&apos;s clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the whole run, with positions, framing and message overhead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the whole run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of this iteration&apos;s messages, as the operator&apos;s paper counts, where evaluated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of this iteration&apos;s uploads, those made because of the delay bound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On worker 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once a message, or in every packet of an Ethernet that carries TCP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One after the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One after the other, each link passing on whole messages, or all at once with fair shares (max-min), a message on all its links at the same time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One hidden layer with ReLU; with 512 units, 407,050 weights for MNIST.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One linear layer, a convex problem; 7,850 weights for MNIST.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One worker descends a quadratic of 100 weights and condition number 100 by the five largest entries of its gradient: far faster than the rate that theory guarantees, 1 − k / (d κ) an iteration, which is that of the worst case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operators that work on matrices take the vector for a matrix of that many rows; 1: a vector. d is a multiple of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packet loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packets lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packets lost in a burst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Painted over it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameter server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pareto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pareto&apos;s exponent: the share of gradients that take x times the least is x to the minus this. The smaller, the more very long ones; at 2 and less their variance is not finite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of equal size that the weights are divided into.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passes of every worker over its shard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passes over a worker&apos;s shard so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payload bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payload bits to the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photographs and handwritten digits, 32x32 in colour, in ten shared classes, 110,000 to train on, 20,000 to test; how they are mixed is our choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photographs in 100 classes, 32x32 in colour, 50,000 to train on, 10,000 to test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photographs in ten classes, 32x32 in colour, 50,000 to train on, 10,000 to test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pieces a worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pieces of clothing, 28x28 grey, 60,000 to train on and 10,000 to test on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain synchronous SGD: every worker uploads its whole gradient in every iteration. The baseline that sparse-mnist, lasg-mnist and sasg-mnist are measured against.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power law</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PowerSGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability before each packet that the link turns bad.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability before each packet that the link turns good again: a burst has one over this many packets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability of each entry to be sent, independently of all others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem&apos;s seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propagation delay between a worker and the server, one way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propagation delay from a worker to the next; a message that is passed on has it each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propagation time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quadratic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantile buckets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue&apos;s size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queueing time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rand-k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random share is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random share p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random sparsification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank r</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regularisation λ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regularly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ResNet-18</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ResNet-20</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ResNet-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset every H</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Residual norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ring all-gather</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ring all-reduce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root mean square over workers of the norm of what compression left out, where evaluated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounds every entry to a float of 8 significant bits and a float&apos;s range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounds every entry to a half-precision float; beyond its range to the largest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounds every entry to a power of a base, up or down at random, right in the mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounds every entry to a power of two, at random and right in the mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounds every entry to the nearest power of a base.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounds to even steps of a norm, at random and right in the mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounds to powers of any base times a norm, at random and right in the mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounds to powers of two times a norm, at random and right in the mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounds to the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule as in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SASG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SASG on Fashion-MNIST: ten workers skip uploads that would change little, and send the largest hundredth of the rest. About 86 % test accuracy after four epochs, for less than a hundredth of plain SGD&apos;s payload bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale chi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scaled sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scales every distortion, the noise and the foreign strokes; 0 is clean print.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scales turning, shifting, shading and noise; 0 is clean and upright.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second: base b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second: bucket size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second: kept fraction k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second: level coding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second: levels s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second: norm of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second: norm p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends a fixed step up or down for every entry that is at least as large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends each entry&apos;s sign and nothing of its size, as votes need it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends each entry&apos;s sign, and the mean magnitude once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends each weight matrix as a product of two thin ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends every entry as 0 or plus or minus its tensor&apos;s norm, right in the mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends every entry as a 32-bit float.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends one bit an entry and the means of the entries above and below 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends the largest entries of a random part of the vector in a few bits each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends where the largest entries of each sign are, and one mean for each sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent again after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent as they are, as error feedback wants them, or multiplied by d/k, so that what is received is right in the mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent entries that share a scale of 16 bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separate: a machine with its own incoming and outgoing link. On worker 1: its links are that worker&apos;s, whose own messages cost nothing; worker 1&apos;s downlink carries all uploads then, its uplink all broadcasts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server egress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server ingress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of a tensor&apos;s entries that is sent while its gradients change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of a tensor&apos;s entries that is sent while they do not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of a worker&apos;s last momentum that goes into its next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of its links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the blocks of the gradient that is sent in every iteration, 1 / R₂.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the blocks of the models&apos; differences that is sent, and forgotten, in every reset, 1 / R₁.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the entries that is sent once warmed up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the entries that is sent, of each tensor or of the whole model; at least one entry is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the entries that one exchange is about, others every time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the entries that one message is about, others every time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the model&apos;s entries that is sent; at least one entry is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the momentum before in the new one; 0 is signSGD with majority vote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the observed bandwidth that is planned with; less than all leaves room for jitter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the packets that are lost while the link is bad.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the packets that are lost; with bursts, between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the positive entries that is sent, and of the negative ones; at least one of each is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the squared norm of what a worker wants to send that is to be sent: with more, less is kept next, and with less, more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the squared norm of what was to be sent that compression left out, where evaluated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the test set that is classified correctly, where evaluated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the test set whose class is among the five that are rated highest, where evaluated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of those entries that is sent, the largest, rounded down to whole buckets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared cloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift of the digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shifts&apos; rate is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shifts&apos; rate α</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shuffles the examples once and deals every worker an equal share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated time at full speed before a worker&apos;s next slow phase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated time that a slow phase lasts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated time to the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sine wave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sixteen convolutions with batch normalisation; 20,040,522 weights for CIFAR-10.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the dense gradient that the links see: every message is scaled to it, as if a model of that size were trained (GPT-2 124M: 3.97 Gbit); 0 for the real size. Bits that are counted stay real.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipping and sparsifying together. A network of a size that a laptop can watch learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipping and sparsifying together. Five workers hold photographs alone, five digits alone. The paper gives no sizes, labels or rates: those here are our choice, and ResNet-20 instead of its ResNet-18.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipping and sparsifying together. The settings of the SASG paper on a network of a size that a laptop can watch learn; the target counts the five classes rated highest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipping and sparsifying together. The settings of the SASG paper, whose target counts the five classes rated highest; a step takes seconds on a laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipping and sparsifying together. The settings of the SASG paper; a step takes seconds on a laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipping and sparsifying together: fewer rounds than Sparse and far fewer bits than LASG, at SGD&apos;s accuracy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipping, and the largest tenth of every tensor from those who upload. One of three levels to see whether sparser uploads are skipped more; the levels are our choice, the middle one is SASG on MNIST.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipping, and the largest thousandth of every tensor from those who upload. One of three levels to see whether sparser uploads are skipped more; the levels are our choice, the middle one is SASG on MNIST.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow phases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow phases come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slowdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slowed down by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small kept fraction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorts the entries into buckets of equally many and sends their means.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sparse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spectrum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Square wave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staleness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staleness alone: the network of DeCo-SGD over a WAN, every gradient sent whole, its mean applied two iterations later. What hides latency does not make a message smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staleness τ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of the compute time&apos;s logarithm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of the normal noise on each coordinate of a worker&apos;s gradient; 0 for exact gradients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard dithering (QSGD)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step f</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step time t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of the algorithm so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stochastic LAG, rule (5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strom&apos;s threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suboptimality f − f*</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synthetic digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synthetic objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten workers a fast uplink but 100 ms from their server, as if they trained GPT-2 124M: staleness and kept fraction follow the bandwidth that they observe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ternary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test accuracy at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test accuracy on the first of the sources that data are mixed from, where evaluated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test accuracy on the second of the sources that data are mixed from, where evaluated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Textured shapes, 32x32 in colour, generated from a seed; needs no download.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That the messages really have, without the network&apos;s overhead, where evaluated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The authors&apos; simulation sums D − 1 past moves and lets the threshold&apos;s learning rate lag one epoch behind a decay; the paper&apos;s formula sums D, without a lag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The classifier that is trained, or a convex problem that brings its own data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The costs of first exceeding this test accuracy are noted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The epoch, counted from 0, from which the learning rate is multiplied by the decay factor; 0 for never.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The four workers on which error feedback stalls: EF21 compresses how gradients change, which at the minimum is not at all, and gets there as closely as 32-bit weights can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The highest test accuracy of all evaluations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The i-th largest magnitude is i to the power -a.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kept fraction is never chosen below this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kept fraction is never chosen below this; on a slower network iterations take longer instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kept fraction never falls below this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kept fraction that it begins with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labelled images to learn from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest curvature over the smallest, which is 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The length that the levels are shares of: the sum of magnitudes, the Euclidean length or the largest magnitude.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The links that carry the bytes, in simulated time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network of DeCo-SGD over a WAN; workers exchange a random tenth of what their models are ahead of a shared one, of it the largest fifth in four bits, one iteration late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of entries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the learning rate that a warm-up begins with; usual is one over the number of workers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the learning rate that is left at the cosine&apos;s end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the server&apos;s last move that is made again; 0 for none, as in the papers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shortest time between two checkpoints of a run. They also are made before every change, at pauses and at the end, and every 30 s at the least.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The staleness stays where it is unless another lowers the compression noise phi by more than this share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The three workers that diverge when each sends the largest entry of its gradient and forgets the rest: with error feedback what was left out is sent later, and they get to the minimum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workers and their minibatches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workers&apos; speed follows this trace&apos;s bandwidth, whose mean stands for the compute time; each worker begins somewhere else in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then, unbiased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three stages of one block with 16, 32 and 64 channels; 75,290 weights for CIFAR-10.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three stages of three blocks with 16, 32 and 64 channels; 269,722 weights for CIFAR-10.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three workers each send the largest entry of their gradient, and nothing else: the three entries all point away from the minimum, and every weight grows by the factor 1 + 11 η / 6 in every iteration, whatever the learning rate η. Compare it with the same run with error feedback.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three-worker divergence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold factor α·γ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold v</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold η</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of one worker&apos;s gradient; the median where it is random.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time on the emulator&apos;s clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time on this machine&apos;s clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times in which the trace has another bandwidth than its own, after its scale, in every period; the page Network has them painted with the mouse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the nearest whole number, halves to the even one, or up or down at random so that it is right in the mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token bucket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-5 test accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-k + 16-bit floats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-k + exponential dithering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-k + natural compression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trace scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training loss, epoch mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tree all-reduce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two convolutions and three linear layers; 62,006 weights for CIFAR-10.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unbiased rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uniform: the most it differs by; normal: its standard deviation; exponential: the mean of what is added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlimited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlimited, or of a size: a message that finds a queue full is dropped, and sent again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until the target accuracy was exceeded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uploaded values alone, as the papers count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uploaded values of the whole run, as the papers count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uploaded with positions, framing and message overhead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uploads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uploads by workers so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uploads of the whole run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uploads until the target accuracy was exceeded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VGG-11</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VGG-19</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value bits of this iteration&apos;s uploads over those of dense gradients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values: base b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values: bucket size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values: levels s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values: norm of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values: norm p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WAN between data centres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wall time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up epochs W</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up of the rate from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up of the rate, epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm: kept open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay λ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of the newest iteration in the moving means of the gain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of the newest message in the moving average of the bandwidth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of the newest message in the moving averages of bandwidth and latency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a step is to take: the computation, and as much time for the broadcast as for the uploads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What entries that are sent become: their tensor&apos;s length, its largest magnitude, or that once the largest are clipped, which keeps more entries and is wrong about the clipped ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is left of the bandwidth of the worker&apos;s own links, up and down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is sent first: the operator that keeps the most important part of the vector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is sent of the rest that the first one leaves out, right in the mean, so that the sum is too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What making a message of the gradient takes on the emulated workers, for every upload; they compute nothing meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What no code of the same numbers and positions goes below, where evaluated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the checkpoints of all runs may take up together. Those of runs that ended long ago are thinned out first; the last one of a run stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the checkpoints of one run may take up on the disk. The more there are, the sooner a fork shows its first point. 0: none are made; then a fork or a run that was interrupted computes everything again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the kept fraction is multiplied by in a step towards less, or divided by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the learning rate is multiplied by from the decay epoch on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the links carry of an upload: its bytes, or its values alone, as the papers&apos; time models count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What waiting costs: the same network as DeCo-SGD over a WAN, every gradient sent whole, every iteration waiting for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What workers send, and what the server does with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the weights begin: at (1, 1, 1), where workers&apos; entries tie, or at (1, 0.9, 1.1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a share of the entries is kept or a number of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether an entry&apos;s momentum ends when the entry is sent, so that old gradients do not push it on; if everything is sent, no momentum is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether an example counts if its class is rated highest, or among the five that are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether both sides draw the positions from one seed, so that none travel, or each kept entry is sent with its position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether each tensor has its own mean magnitude or the whole model has one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether messages wait for acknowledgements (slow start from 10 packets): never, each anew, only the first ones, or again after a pause as Linux does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the fractions are chosen anew after so many epochs, from the gradients of the last one, or after so many iterations, from those of all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the largest entries are chosen from each tensor by itself or from the whole model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the momentum looks ahead: the gradient is added once more after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the search for the thin matrices goes on from those sent before, which brings it near to the best there are, or begins anew every time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the worker takes part. While it is away nobody waits for it; what it has not sent yet it keeps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which entries share a norm: small buckets that follow one another, each tensor or the whole model. Fewer entries a norm mean less error and more norms to send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which entries share their two means: those of a tensor, or of each column of a weight matrix, which is closer and sends more numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which images; independent of the run&apos;s own seed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the hidden layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wire bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wire bits to the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With each worker&apos;s first gradient, which it then sends uncompressed, or with zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker downlink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker links&apos; bandwidth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker uplink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers accumulate their gradients with momentum and send the largest entries; warm-up, but no gradient clipping, and no tensor is exempt from compression.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers apply their own gradient at once, and some iterations later the mean of all in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers apply to models of their own what they do not send, a few random blocks being sent; now and then the models&apos; differences are partly reset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers keep models of their own and exchange, one iteration late, a random part of what they are ahead: its largest entries, in a few bits, both ways.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers send compressed differences of successive gradients, and now and then, as a shared coin says, whole ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers send compressed gradients with error feedback, and all wait for the mean of all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers send compressed gradients with error feedback, whose mean is applied some iterations later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers send the signs of their momenta and receive the majority&apos;s: a bit for each weight both ways. Without momentum it is signSGD with majority vote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers send what they see the network carry in the time of a step, with EF21&apos;s error feedback: an interpretation of Kimad.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers send whole gradients, whose mean is applied some iterations later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers skip as in LASG, and those that upload send the largest entries only, with error feedback.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers skip uploads that would change little. The settings of the SASG paper on a network of a size that a laptop can watch learn; the target counts the five classes rated highest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers skip uploads that would change little. The settings of the SASG paper, whose target counts the five classes rated highest; a step takes seconds on a laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers skip whole uploads while their gradient has changed little since the last one. A network of a size that a laptop can watch learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers skip whole uploads while their gradient has changed little since the last one. Fewer rounds than SGD, each as long as SGD&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers skip whole uploads while their gradient has changed little since the last one. Five workers hold photographs alone, five digits alone. The paper gives no sizes, labels or rates: those here are our choice, and ResNet-20 instead of its ResNet-18.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers skip whole uploads while their gradient has changed little since the last one. The settings of the SASG paper; a step takes seconds on a laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers that skipped their upload in this iteration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers that uploaded in this iteration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>anew every time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>authors&apos; code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bitmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>buckets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes (LEB128)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>c in α = c / γ, the weight of past moves in the skipping rule: a larger one lets more uploads be skipped, 0 none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equal factors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equal steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every (1/p)-th</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every (1/p)-th, rolled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fixed width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from a seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the last ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept fraction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>l2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest (p = ∞)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest, clipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>packed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum (p = 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>times d/k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the nearest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A higher threshold lets workers skip more uploads, a lower delay bound forces them again. A small network on generated digits, ten workers, two seeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DD-EF-SGD on a narrow link 50 ms away: what is kept costs bits, what is not waited for saves time. Logistic regression on generated digits, four workers.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Curves</name>
    <message>
        <source>%1, from iteration %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training loss, epoch mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suboptimality f − f*</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-5 test accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proven: (%1)ᵏ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target %1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>,</source>
        <comment>between thousands</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Phases</name>
    <message>
        <source>compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Plots</name>
    <message>
        <source>Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who spoke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipping rule</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemoveRunCommand</name>
    <message>
        <source>removal of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StalenessLab</name>
    <message>
        <source>DeCo has no choice here: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DeCo would keep %1 and work with staleness %2: %3 an iteration, %4 times as fast as D-SGD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> It would need to keep less than %1, the least that is allowed, to hide the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> That is above this map.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worker %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 iterations late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not applied yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staleness lab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweeps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compressors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui</name>
    <message>
        <source>the iterations to %1 accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the simulated time to %1 accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the residual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Least: %1 at δ = %2, staleness %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>φ at the same points, for comparison: the model, not measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> 1 point never reached the target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %1 points never reached the target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too few points reached %1 accuracy to compare them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two values of staleness are needed to say what staleness does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From staleness %1 to %2 %3 changed by a factor of %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From staleness %1 to %2 %3 changed by a factor of %4, φ by %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Furthest apart at δ = %1: measured %2, φ %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With what is not as usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norm. variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‖C(x) − x‖² / ‖x‖², the mean of the draws ± the deviation of one draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>δ as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 / (1 − normalised variance); none from 1 on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>δ scaled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the best multiple of C(x): m₂ / m₁², the δ of the paper’s Figure 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paper b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits per coordinate as the operator’s paper counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entropy b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits per coordinate that no code could go below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wire b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits per coordinate of the bytes that really travel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nanoseconds for one entry, the fastest of several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ζ of U</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E‖C(x)‖² / ‖x‖² here, and what an unbiased operator is proven to stay below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>α of B¹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E‖C(x)‖² / ‖x‖² here, and its proven lower bound; the mean of few draws may by chance lie beyond what is proven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>β of B¹, B²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E‖C(x)‖² / ⟨E C(x), x⟩ here, and its proven upper bound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>γ of B²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⟨E C(x), x⟩ / ‖x‖² here, and its proven lower bound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>δ of B³</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 / (1 − normalised variance) here, and its proven upper bound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, worker %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 runs finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, in %1 of %2 runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An iteration takes %1, an update is there after %2. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An iteration takes %1. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding is the bottleneck; it hides the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing is the bottleneck; it hides the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing is the bottleneck.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding is the bottleneck.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency is the bottleneck.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link is the bottleneck: messages queue for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link is the bottleneck.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half the bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half the compute time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a server without latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encoding in no time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one more iteration of staleness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half the bits would save %1 of an iteration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing takes nearly as long: half the bits would save only %1 of an iteration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer bits can do little: half of them would save %1 of an iteration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Most would help: %1 (%2 saved).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uploads are as large as gradients: nothing is saved by encoding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding takes no time here, so compressing pays at any bandwidth, as long as the link is waited for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding takes no time here, so compressing costs none either, though the link is not waited for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compressing pays below %1; above, the gradient is cheaper to send whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the link is waited for, compressing pays below %1; here it is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Communication rounds (uploads)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>payload bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payload sent by the workers, bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wire bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent on the wire by the workers, bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>simulated s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated time, s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wall s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wall time, s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, × baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, iteration %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uploads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not applied yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0, in the next weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes on the wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>staleness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two links&apos; phases are put together:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all queueing, all sending, all latency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>then sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>staleness, mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Means of an iteration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server, iteration %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker %1, iterations %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker %1, iteration %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held until applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lasts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>then hold uploads up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iteration %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::Banner</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::CommandPalette</name>
    <message>
        <source>Find an action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (on)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::CompressorFigureCard</name>
    <message>
        <source>A curve goes along the number of its operator that was moved last; the disc is where it stands now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure 1 of Beznosikov et al.: d = 10,000 Gaussian entries, k from d/32 to d. Dashed: 0.86^(b/d) and 1 − (b/d)/32.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure 2 of Beznosikov et al.: what 5 of 100 entries keep of ‖∇f‖² along gradient descent with step 1/L from x⁰ = (1, …, 1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure 3 of Beznosikov et al.: d = 10,000 Gaussian entries, every operator of the catalogue along the first of its numbers. Further left and lower is better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fig. 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fig. 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fig. 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paper b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entropy b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wire b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>δ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale of the bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measuring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an operator, and its curve appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits per coordinate as the papers count them, as no code could go below, or of the bytes that really travel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log₁₀ δ of the best multiple, normalised variance, or nanoseconds per entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF, for LaTeX…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG, for the web…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG, for slides…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV, the points…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy kept along descent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss against bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of this has a place on these axes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::CompressorLab</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss and cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes: what this vector shows of each class parameter, beside what is proven for all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operators and their figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;span style=&apos;color:%1&apos;&gt;●&lt;/span&gt; received &amp;nbsp; &lt;span style=&apos;color:%2&apos;&gt;●&lt;/span&gt; lost &amp;nbsp; &lt;span style=&apos;color:%3&apos;&gt;—&lt;/span&gt; original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an operator to see what it does to the vector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What %1 does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: of %2 entries %3 became zero; the receiver sees %4 different values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::ConditionsForm</name>
    <message>
        <source>Network of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run has observed the network yet: these are the experiment&apos;s values.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::ConfusionPlot</name>
    <message>
        <source>Read as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusion matrix of the test set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 read as %2: %3 of %4 (%5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every example was read right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most often mistaken: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::CriterionPlot</name>
    <message>
        <source>change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker whose skipping rule is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also chosen by a click on a row of “Who spoke”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uploads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The skipping rule of one worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run was read back from its folder, which does not keep both sides of the rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both sides of the skipping rule appear as a run trains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no skipping rule: every worker uploads in every iteration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squared norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::CurvesFigure</name>
    <message>
        <source>No curves yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a run, and its loss and accuracy appear here as it trains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All runs are hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a name in the legend to show its curves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the data and making the model. The first point follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message above says why; so does the run&apos;s entry in the table, if you point at it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::CurvesHeader</name>
    <message>
        <source>x axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x axis scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which loss, its scale, and smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks back only: what is drawn never moves as training goes on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::CurvesPlot</name>
    <message>
        <source>Loss and accuracy of all runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all of the curves again and follow the newest point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right button: set back, rewind, fork</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::DataDialog</name>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloads go to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for datasets…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The publisher&apos;s mirrors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another address, or a folder that has the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>built in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder that has the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1B of %2B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 from %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::DataFetch</name>
    <message>
        <source>Another transfer is going on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nowhere to put it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::DataPage</name>
    <message>
        <source>What to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each worker has to learn from appears when a run begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Space to begin one; choose the partition in the form to see how evenly it deals the classes out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 trains a convex problem, which brings its own functions: there are no images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was read back from its folder, which holds no images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same experiment, run again, deals out the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not begin, so nothing was dealt out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data of %1 are being read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 over %2 workers, %3: mean distance %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars: a worker&apos;s examples of each class, on one scale up to %1; the line is what it would have if classes were dealt out evenly. Distance 0: like all workers together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which classes are taken for each other appears when a run is first evaluated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Space to begin one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 trains a convex problem: there are no classes to take for each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was read back from its folder, which holds no confusion.csv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The confusion matrix of %1 appears when it is first evaluated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, iteration %2: %3 of %4 test examples read right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::DifferenceTable</name>
    <message>
        <source>setting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::ExperimentPanel</name>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many weights the model has, d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits per upload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payload of one upload, on average over the last 100 iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wall time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the next run takes on this machine: “about” by the last run of the same data, model, cluster, algorithm and compressor, “roughly” by what the model has to compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initial weights, minibatches and all other chance come from it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not go together: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed: Rewind runs it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edits here make the next run.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::ExportDialog</name>
    <message>
        <source>PDF, for LaTeX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG, for the web</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG, for slides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV, the records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light, for paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is seen now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks of changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings and changes of the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within the file, unseen. Drop it on the window to repeat a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::FigureDialog</name>
    <message>
        <source> · seed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · one change on the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · %1 changes on the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs of a figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs that the figure shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 carries the settings of %2 runs. Which one?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the changes of its journal, at the same iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its settings only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::ForkDialog</name>
    <message>
        <source>Fork from iteration %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new run that shares the first %1 iterations with %2 and then goes on with the values below. %2 stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fork</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is changed yet: it will go on as %1 did, until you change something.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One value is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 values are changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::FrontPlot</name>
    <message>
        <source>Pareto front of the sweep</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::GridHeatMap</name>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>φ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept fraction %1, staleness %2: %3 of %4 runs done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Residual ‖e‖²: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target after %1 iterations, %2 of simulated time, in %3 of %4 runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target was never reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>φ by the model: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured grid over kept fraction and staleness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept fraction δ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staleness τ, iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing measured yet. “Measure” trains once at every point of a small grid and fills it in as the runs end.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::HistoryActions</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run goes on. What happened in between stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewind to before the last change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewind to before %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new run that goes back to iteration %1 and goes on without that change. %2 stays as it is</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::LabChartPlot</name>
    <message>
        <source>What operators lose against what they send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2: %3 %4, %5 %6</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::LabEffectPlot</name>
    <message>
        <source>What the operator did to the vector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank of |x|</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Magnitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received C(x)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error C(x) − x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::LabGridCard</name>
    <message>
        <source>What the cells show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Residual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>φ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The measurement that was begun last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One row for every run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What carries out the selected cell’s run on the command line: every cell is an ordinary “telegrad-cli run”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Residual: the squared norm ‖e‖² of what compression has left out, averaged over workers and the second half of a run. Iterations and simulated time: to the target accuracy. φ: the model at the same points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measurement: real runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every cell trains DD-EF-SGD from the start, on this machine. Under the figure: its change since the lowest row, and that of φ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; the cells are of other settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 runs, saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the measurement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::LabMapCard</name>
    <message>
        <source>φ grows with staleness by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 / (1 − δ/2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 / (1 − δ)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model: compression noise φ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By which DeCo-SGD weighs a kept fraction and a staleness. It is the decision rule’s model, not an observation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>φ grows per iteration of staleness by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first follows from the residual of error feedback; the second is how a survey prints it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::LayersModel</name>
    <message>
        <source>What compression does to each layer appears as a run trains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was read back from its folder; its layers are in layers.csv there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, iteration %2: what was sent beside what was to be sent, over all workers that uploaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layers of %1 appear when it is first evaluated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 writes messages of its own, which no compressor made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message, mean: %1bit as papers count, %2bit by the entropy bound, %3bit as coded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3 entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its extents, slowest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many numbers it has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of its entries that were sent and are not zero, mean over workers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Σ ‖C(v) − v‖² / Σ ‖v‖²: of what was to be sent, gradient and residual together, the share that compression changed or left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root mean square over workers of ‖C(v) − v‖: with error feedback, the residual that is kept for later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between what was sent and the gradients of the workers&apos; minibatches: 1 is the same direction</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::LayersPage</name>
    <message>
        <source>What compression does to each layer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::LegendEntry</name>
    <message>
        <source>Run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
Click: show or hide. Double click: show alone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::LegendStrip</name>
    <message>
        <source>Legend</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::LibraryPlot</name>
    <message>
        <source>No curves yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves of the shown runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::LiveControl</name>
    <message>
        <source>Reset %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes effect at iteration %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in force since iteration %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::LiveControlsPanel</name>
    <message>
        <source>Nothing in this experiment can change while it runs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::MainWindow</name>
    <message>
        <source>Experiment and runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live controls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who spoke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipping rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the newest data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiments, and figures that carry some (*.toml *.png *.svg *.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open run folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save experiment as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiments (*.toml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Telegrad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Telegrad %1&lt;/b&gt;&lt;p&gt;A lab for communication-efficient distributed training.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the run&apos;s journal, and marked on its curves:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted at iteration %1. The mark appears when the run goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a run of its own: it shares the first %2 iterations with %3, which stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run waits: %1. Make room; it then goes on where it is, and nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat with its 1 change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat with its %1 changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of %1, from %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> It began with weights of a file, which a figure does not carry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No command line leads to this experiment; save it as a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Without the changes made on the way: the run was kept in no folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no iteration in a folder yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the report as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the event file of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Space to train %1 workers on %2 with %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 finished after %2 iterations. Change something and press Space: the next run is drawn over this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 diverged: after iteration %2 its numbers are no longer finite. A smaller learning rate may help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get the data…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::MapLegend</name>
    <message>
        <source>Marks of the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network hidden behind computing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DeCo’s candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DeCo’s choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the run in focus</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::NetworkCard</name>
    <message>
        <source>Cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes effect at iteration %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in force since iteration %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::NetworkPage</name>
    <message>
        <source>cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>links %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time within what is played</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold or play the picture; the run is not touched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slower: half the simulated time in a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faster: twice the simulated time in a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the newest iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the data and making the model …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused. Run or Step shows the messages of the iterations that follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages appear with the next iteration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run was read back from its folder, which does not keep its messages. Run shows those of the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run ended before this page was opened. Rewind runs it again, with its messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Run: workers compute, and their messages travel here in simulated time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a worker or a link, or press an arrow key, to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iteration %1, %2s of %3s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a second here is %1s there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server and shared links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What every upload and broadcast goes through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a worker in the picture to change it alone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::NetworkPlot</name>
    <message>
        <source>in, busy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out, busy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>message, colour by worker, size by bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for a link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thicker: busier link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closing ring: computes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network: workers, links and messages in simulated time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worker %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server&apos;s incoming link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server&apos;s outgoing link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every worker&apos;s incoming link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every worker&apos;s outgoing link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worker %1&apos;s incoming link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worker %1&apos;s outgoing link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uploads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>broadcasts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> an iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No worker sent anything in these iterations: the links are idle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; all links are idle most of the time, and the workers compute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; %2 is busy %3 of the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 from %2 to %3, iteration %4
waits %5, transfer %6, latency %7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server: its incoming link is busy %1 of the time
Click for the links that all share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker %1: its outgoing link is busy %2 of the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>
Click to slow it down, narrow its links or cut it off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::NowPanel</name>
    <message>
        <source>Training loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over the workers since the epoch began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the last evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suboptimality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the workers&apos; mean function is above its minimum, f − f*</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uploads, last 100 it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of all the uploads there could have been</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Residual norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What compression left out so far, root mean square over workers, at the last evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staleness · share sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations until an update is applied, and value bits of the last uploads over those of whole gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::OperatorsPanel</name>
    <message>
        <source>Add operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet: add those that are to be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No parameters.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::PlaceMenu</name>
    <message>
        <source>%1 changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set all of them back from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set back to %1 from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more change: the run goes on, and what happened in between stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewind to before it, iteration %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new run that goes back and goes on without the change. %1 stays as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, iteration %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fork from here…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new run that shares what came before and goes on with other values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewind to here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new run that goes back to this iteration. %1 stays as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on from its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From its last checkpoint, as if it had never stopped</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::RecoveryCard</name>
    <message>
        <source>Ask again at the next start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, up to iteration %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep %1 as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is shown with the other runs, and you are not asked again. You can still go on with it later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From its last checkpoint: to the bit as if nothing had happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the run in hand has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last session ended without closing. This run was still going:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last session ended without closing. These %1 runs were still going:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::RunDetails</name>
    <message>
        <source>%1, %2 seeds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::RunForecaster</name>
    <message>
        <source>about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known when it runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>roughly %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::RunLibrary</name>
    <message>
        <source>It has not been above %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until it was first above %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (baseline)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, not shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data and model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sim. s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until the run&apos;s own target accuracy was first exceeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test accuracy at the last evaluation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::RunsChart</name>
    <message>
        <source>against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean over seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it takes to the same value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the value at the same x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over what it is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratio of what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs that differ by their seed alone as one curve, with a band of one deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No runs are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the square before a run&apos;s name, or choose runs and press H.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They appear one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One run has nothing to be measured against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show another, or run the baseline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These runs have no such values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another quantity above.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::RunsDifferencesPanel</name>
    <message>
        <source>Differences of settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show two runs or more, and what differs in their settings stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These runs have the same settings, and nothing was changed on the way.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::RunsLibraryPanel</name>
    <message>
        <source>Run the baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search names, tags, notes, methods, data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only runs with this tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain SGD with dense gradients, with the chosen run&apos;s seed, data, model and network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be done with the chosen runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library of runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide all curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the curves	H</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show these alone	Return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open beside the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename	F2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer a baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder of runs…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder of runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for runs…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs that you make are listed here; the menu Runs adds folders of others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 runs, %3 shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 run, %1 shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs, %2 shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; one folder could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; %1 folders could not be read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::RunsModel</name>
    <message>
        <source>%1 from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top-5 test accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A branch of %1, from iteration %2 on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has not been above %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was first above %2 at iteration %3: %4 rounds, %5 payload bits, %6 s simulated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to top-5 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sim. s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until %1 was first above %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::RunsNotesPanel</name>
    <message>
        <source>With commas between: WAN, for the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you want to remember of this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give all of them the tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a run in the list to write about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::RunsPage</name>
    <message>
        <source>Of the shown runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratio to a baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run goes on. The baseline begins when it has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The baseline of %1 trains; it is shown here when it has ended.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::RunsPanel</name>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs appear here and stay on the curves to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::RunsTargetsPanel</name>
    <message>
        <source>Target accuracies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With commas between: 80 %, 85 %, top-5 90 %. Empty: the runs&apos; own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the runs needed to each target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test accuracy above</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts from the next start of the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every run leaves checkpoints beside its files. From them it goes on after a crash, and is rewound and forked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts for runs that begin from now on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::ShardList</name>
    <message>
        <source>What each worker has: images and classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker %1, class %2: %3 of %4 examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker %1: an example of class %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance: the share of its examples that would have to be of other classes for it to be like all workers together (total variation)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::ShortcutsDialog</name>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::StalenessMapPlot</name>
    <message>
        <source>Compression noise by the model, over kept fraction and staleness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No point of this map hides the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept fraction %1, staleness %2, φ %3, %4 an iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compression noise φ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of an iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With D-SGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept fraction δ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staleness τ, iterations</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::StatusLine</name>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iteration %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iteration %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 it/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>simulated %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::SweepAxisField</name>
    <message>
        <source>Parameter %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any parameter of the experiment; type to search. A path as in --set is taken, too: worker.2.slowdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.01, 3 %, 0.1   or   0.001 to 1 in 4 log steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values with commas between, or two ends and how many steps that makes, both ends included</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::SweepCellsModel</name>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::SweepForm</name>
    <message>
        <source>along x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>along y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Along x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Along y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> by </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a parameter, or more than one seed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::SweepFrontCard</name>
    <message>
        <source>Against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pareto front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What no other combination beats: none costs less and is as good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the points are judged by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every combination that has finished is a point here; the line joins those that no other beats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 points on the front. The best: %3, %4 for %5.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::SweepMapCard</name>
    <message>
        <source>Results of the sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the cells show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing swept yet. Choose parameters and values above: “Start” runs every combination, and the map fills in as the runs end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This sweep has no axes, only seeds or a list: see the front and the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a cell to add its run to the table of runs; Enter or a double click shows its curves.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::SweepSession</name>
    <message>
        <source>No sweep has been begun in %1 yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::SweepsPage</name>
    <message>
        <source>Sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs of the sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every combination of the values is a run of its own: the experiment at the left with these parameters changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the one shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 runs done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” makes %2 runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run can be opened when it has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweep file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweeps (*.toml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweep folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open sweep folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its experiment and axes in the forms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no sweep yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::TargetTable</name>
    <message>
        <source>top-5 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean ± deviation over the seeds that got above the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sim. s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wall s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::TimePanel</name>
    <message>
        <source>A worker&apos;s time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over the workers, last 100 iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slowest update&apos;s way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the worker whose upload arrives last: from the weights to the server, last 100 iterations. Without staleness this is all of an iteration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why no speed-up?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once a run goes on: what holds it up, and what would help.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::TimelineCanvas</name>
    <message>
        <source>Timeline: what each worker does over simulated time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the newest iterations again, and go on with them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once a run goes on: when each worker computes, sends and waits, in simulated time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run was read back from its folder, which keeps no spans: when each worker computed, sent and waited is known only while a run trains here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first iteration is on its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run ended before its first iteration was over.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::TimelinePlot</name>
    <message>
        <source>Uploads coloured by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>staleness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>workers × simulated time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is seen now, as SVG or PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::TraceCanvas</name>
    <message>
        <source>Bandwidth of the workers&apos; links over a period of the trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1bit/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::TraceEditor</name>
    <message>
        <source>Bandwidth over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then drag over the trace to give it another bandwidth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trace as it was; undo brings back what was painted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset of the trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>painting of the trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choice of the trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edits here make the next run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The links of this network do not follow a trace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bandwidth is constant. Choose a trace to see it, and to paint over it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This trace cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::VectorPanel</name>
    <message>
        <source>Vector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capture the next gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of worker 1’s minibatch in the next iteration, before anything is left out of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is paused: its next step brings the gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the next iteration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker %1, iteration %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until a gradient is captured, the figures are of the generated vector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run goes on: start one to capture its gradient. Until then the figures are of the generated vector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All layers, d = %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::WindowActions</name>
    <message>
        <source>Open experiment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An experiment file (TOML), or a figure that carries one. Dropping it does the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open run folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run that was left by the window or the command line, as an overlay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save experiment as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything resolved, for the window and the command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export figure…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curves as SVG, PDF or PNG, which carry their experiments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report of the run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All there is to say of it on one page of HTML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TensorBoard event file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run&apos;s curves as scalars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The telegrad-cli that repeats the run; with no run, the experiment in the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datasets: where they are, downloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove run from the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its files stay; undo puts it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What checkpoints may take up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an action…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything in the menus, by a few letters of its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Telegrad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run, pause, go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step one iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step to the end of the epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the iteration in hand. The run stays on the curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the start, same seed: the same initial weights and minibatches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the start with the next seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fork…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new run that shares this one&apos;s iterations, up to the read-out or its end, and goes on with other values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on where it stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run in front, from its last checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word of yours in the run&apos;s journal, marked on the curves where it is now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipped experiments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit and help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fork</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>telegrad::ui::WorkerStrip</name>
    <message>
        <source>uploaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forced by the delay bound, or back from being away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who spoke: workers by iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker %1, iteration %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>
change of the gradient %1, threshold %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forced (τ &gt; D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who spoke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>workers × iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run was read back from its folder, which does not keep who spoke.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which worker uploaded, and which kept silent, appears as a run trains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iteration %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
