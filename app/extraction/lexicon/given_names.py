"""Given names, told apart by the pronoun that usually goes with them.

The short lists here are names that are hardly ever anything else; `given_names.txt` is a long list of many
countries, and weaker evidence: most words are somebody's name somewhere.
"""

from __future__ import annotations

from functools import cache

from app.extraction.lexicon.tables import lines, words

FEMALE = words(
    """Abigail Ada Adele Adriana Agnes Aisha Akiko Alejandra Alessandra Alexandra Alice Alicia Alina Alison Allison
    Alma Amalia Amanda Amber Amelia Amina Amy Ana Anastasia Andrea Angela Angelica Anika Anita Anja Ann Anna Anne
    Annette Annie Antonia April Aria Arlene Astrid Audrey Aurora Ayesha Barbara Beatrice Beatriz Becky Bella
    Bernadette Bernice Beth Bethany Betty Beverly Bianca Bonnie Brenda Bridget Brigitte Britt Brittany Camila
    Camille Candace Carla Carmen Carol Carolina Caroline Carolyn Cassandra Catalina Catherine Cathy Cecilia
    Celeste Celia Celine Charlotte Chiara Chloe Christa Christina Christine Claire Clara Clare Claudia Colleen
    Constance Cora Corinne Cristina Crystal Cynthia Daisy Daniela Danielle Daphne Dawn Deborah Debra Deepa Delia
    Delphine Denise Diana Diane Dolores Donna Dora Doris Dorothy Ebba Edith Edna Eileen Elaine Eleanor Elena
    Eleni Eliana Elin Elisa Elisabeth Elise Eliza Elizabeth Ella Ellen Elsa Elsie Emilia Emily Emma Erica Erika
    Erin Esme Estelle Esther Eugenia Eva Eve Evelyn Fatima Fatou Faye Felicia Fernanda Fiona Flora Florence
    Frances Francesca Frida Frieda Gabriela Gabrielle Gail Gemma Genevieve Georgia Geraldine Gertrude Gina
    Giovanna Giulia Gladys Gloria Grace Greta Gretchen Gwen Gwendolyn Hana Hannah Harriet Hazel Heather Heidi
    Helen Helena Helene Helga Henrietta Hilary Hilda Holly Ida Ines Inga Ingrid Irene Irina Iris Isabel Isabella
    Isabelle Isla Ivana Jacqueline Jana Jane Janet Janice Jasmine Jean Jeanette Jeanne Jennifer Jenny Jessica
    Jill Jo Joan Joanna Joanne Josephine Joy Joyce Juana Judith Judy Julia Juliana Julie Juliet June Kara Karen
    Karin Karina Karla Katarina Kate Katharina Katherine Kathleen Kathryn Kathy Katie Katrina Kavita Kayla Kelsey
    Keiko Kerstin Kirsten Kristen Kristin Kristina Larissa Laura Lauren Lea Leah Leila Lena Leonora Leticia Lidia
    Lila Lillian Lilly Lily Linda Lisa Liv Livia Lola Lorena Lorraine Louise Lucia Lucille Lucinda Lucy Luisa
    Lydia Lynn Mabel Madeleine Maeve Magdalena Maja Manuela Mara Margaret Margarita Margot Maria Mariana Marie
    Marilyn Marina Marissa Marjorie Marlene Marta Martha Martina Mary Matilda Maud Maureen Maya Mei Melanie
    Melinda Melissa Mercedes Meredith Mia Michaela Michelle Mila Mildred Milena Mina Mira Miranda Miriam Moira
    Mona Monica Monika Muriel Myra Nadia Nadine Nancy Naomi Natalia Natalie Natasha Nell Nicole Nina Nkechi Noor
    Nora Norma Odile Olga Olivia Paloma Pamela Patricia Paula Paulina Pauline Pearl Peggy Penelope Petra Philippa
    Phoebe Phyllis Polly Pooja Priscilla Priya Rachel Rania Rebecca Regina Renata Renee Rhoda Rita Roberta Rosa
    Rosalind Rosanna Rose Rosemary Roxanne Ruth Sabine Sabrina Sadia Sally Samantha Sandra Sara Sarah Saskia
    Savannah Selina Serena Shannon Sharon Sheila Shelley Sheryl Shirley Shreya Sigrid Silvia Simone Sofia Sonia
    Sonja Sophia Sophie Stefanie Stella Stephanie Sue Sunita Susan Susana Susanna Susanne Suzanne Svetlana Sylvia
    Tamara Tammy Tania Tanya Tara Tatiana Tatyana Teresa Tessa Thandi Thea Theresa Therese Tiffany Tina Tracy
    Ulrike Uma Ursula Valentina Valeria Valerie Vanessa Vera Verena Veronica Victoria Viola Violet Virginia
    Vivian Viviana Wanda Wendy Wilhelmina Willa Yasmin Yolanda Yuki Yvette Yvonne Zadie Zahra Zainab Zara Zoe
    Zoya Zuzanna Ngozi Wambui Njeri Chiamaka Folake"""
)

MALE = words(
    """Aaron Abdul Abdullah Abel Abraham Adam Adebayo Adolf Adrian Ahmed Alan Albert Alberto Aldo Alejandro
    Alessandro Alexander Alexandre Alexei Alfonso Alfred Ali Alistair Allan Allen Alvin Ambrose Amir Amit Anand
    Anders Andre Andreas Andrei Andres Andrew Andrzej Angus Anil Antoine Anton Antonio Anthony Archie Ari Arjun
    Armand Armando Arnold Arthur Arturo Arvind Asif Augustin Axel Barnaby Barry Bartholomew Basil Ben Benedict
    Benjamin Bernard Bernd Bernhard Bert Bilal Bill Björn Bjorn Bob Boris Brad Bradley Brandon Brendan Brent
    Brett Brian Bruce Bruno Bryan Bryce Byron Caleb Calvin Carl Carlo Carlos Carlton Cedric Cesar Chad Charles
    Charlie Chester Chidi Christian Christoph Christophe Christopher Chuck Clarence Claude Claudio Clayton
    Clemens Clement Clifford Clint Clive Clyde Colin Conrad Constantin Cornelius Craig Curtis Cyril Cyrus Damian
    Damien Dan Daniel Daniele Danny Dario Darius Darren Darryl Dave David Dean Declan Deepak Dennis Derek Desmond
    Detlef Diego Dieter Dietrich Dimitri Dirk Dmitri Dmitry Dominic Dominik Donald Doug Douglas Duncan Dustin
    Dwight Earl Eberhard Ed Eddie Edgar Edmund Eduardo Edward Edwin Eike Einar Elias Eliot Elliott Emanuel Emil
    Emile Emilio Emmanuel Enrico Enrique Eric Erik Ernest Ernst Erwin Esteban Ethan Etienne Eugene Evan Evgeny
    Fabian Fabio Faisal Farhad Federico Felipe Felix Ferdinand Fernando Filip Floyd Francesco Francis Francisco
    Franck Franco Francois François Frank Franklin Franz Fred Frederick Frederik Fredrik Friedrich Fritz Gabriel
    Garrett Gary Gaston Gavin Gene Geoff Geoffrey Georg George Georges Gerald Gerard Gerhard Gert Gianni Gilbert
    Giles Giovanni Giuseppe Glen Glenn Godfrey Gonzalo Gordon Graham Grant Greg Gregor Gregory Guido Guillaume
    Guillermo Gunnar Gunther Gustav Gustavo Guy Hamid Hamish Hans Harald Harold Harry Harsh Harvey Hassan
    Heinrich Heinz Hector Helmut Henk Henning Henri Henrik Henry Herbert Herman Hermann Hideo Hiroshi Holger
    Homer Horace Howard Hubert Hugh Hugo Humphrey Hussein Ian Ibrahim Ignacio Igor Ilya Imran Ingo Isaac Ismail
    Ivan Ivar Jack Jacob Jacques Jakob Jakub James Jan Janos Jared Jasper Javier Jay Jeff Jeffrey Jens Jeremy
    Jerome Jerry Jim Jimmy Joachim Joaquin Jochen Joe Joel Johan Johann Johannes John Johnny Jon Jonas Jonathan
    Jorge Jose José Josef Joseph Joshua Juan Julian Julio Jurgen Jürgen Justin Kai Karim Karl Kaspar Keith Keiji
    Kenji Ken Kenneth Kent Kevin Khalid Kiran Klaus Konrad Kurt Kwame Kyle Lachlan Lars Laurence Laurent Lawrence
    Lennart Leo Leon Leonard Leonardo Leopold Leroy Lester Lewis Liam Lionel Lloyd Lorenz Lorenzo Lothar Louis
    Luc Luca Lucas Ludwig Luigi Luis Luka Lukas Luke Luther Magnus Malcolm Manfred Manuel Marc Marcel Marcello
    Marcelo Marco Marcos Marcus Mario Mark Marko Markus Marshall Martin Martijn Marvin Massimo Mateo Mathias
    Mathieu Matt Matteo Matthew Matthias Maurice Mauricio Max Maxim Maximilian Mehmet Michael Michal Michel
    Miguel Mikael Mike Mikhail Milan Miles Milton Mitchell Mohamed Mohammad Mohammed Muhammad Mukesh Murray
    Mustafa Narendra Nasser Nathan Nathaniel Ned Neil Nelson Nicholas Nick Nico Nicolai Nicolas Nigel Nikhil
    Niklas Nikola Nikolai Nils Noah Noel Norbert Norman Olaf Ole Oleg Oliver Olivier Omar Oscar Oskar Otto Owen
    Pablo Paolo Pascal Patrick Paul Paulo Pavel Pedro Per Percy Perry Pete Peter Petr Phil Philip Philipp
    Philippe Phillip Pierre Pieter Piotr Pranav Preston Quentin Rafael Rahul Raj Rajesh Rajiv Ralf Ralph Ramesh
    Ramon Randall Randy Raphael Rashid Raul Ravi Ray Raymond Reed Reginald Reinhard Reinhold Remy Rene Reto Rex
    Ricardo Richard Rick Robert Roberto Robin Rodney Rodrigo Rodolfo Roger Rohan Roland Rolf Roman Ron Ronald
    Rory Ross Roy Rudolf Rudolph Rufus Rupert Russell Ryan Salman Salvador Salvatore Sam Samir Samuel Sanjay
    Santiago Satoshi Scott Sean Sebastian Serge Sergei Sergey Sergio Seth Shane Shaun Shawn Sheldon Sidney
    Siegfried Sigmund Silvio Simon Solomon Spencer Stanley Stefan Stefano Stephan Stephane Stephen Sterling Steve
    Steven Stewart Stuart Sunil Sven Tadashi Takashi Tariq Ted Terence Terrence Theo Theodor Theodore Thierry
    Thomas Thorsten Tim Timo Timothy Tobias Toby Todd Tom Tomas Tomás Tomasz Tommy Toni Tony Torsten Travis
    Trevor Tristan Tyler Ulrich Umberto Uwe Vaclav Valentin Victor Viktor Vijay Vikram Vincent Vincenzo Vinod
    Vishal Vitaly Vito Vivek Vladimir Walt Walter Warren Wayne Werner Wilfred Wilhelm Will Willem William Willie
    Winston Wolfgang Xavier Yann Yannick Yasser Yuri Yusuf Yves Zachary Zack Zdenek Zoltan Olumide Chinedu Tunde
    Sipho Thabo Kofi Hiroki Takeshi Haruki Wei"""
)

EITHER = words(
    """Addison Alex Ali Ariel Ashley Aubrey Avery Bailey Blair Cameron Casey Chandler Charlie Chen Chris Dale Dana
    Devon Drew Dylan Eli Ellis Emerson Finley Gene Hao Harper Hayden Hunter Jackie Jaime Jamie Jan Jesse Jia Jing
    Jo Jordan Jude Jun Kelly Kendall Kerry Kim Kit Lane Lee Lei Leslie Ling Li Logan Lou Lyn Marion Min Mo Morgan
    Nicola Nikita Nour Pat Paris Parker Peyton Quinn Reese Reza Riley Robbie Robin Rowan Sage Sam Sandy Sasha
    Shelby Sidney Skyler Stacy Stevie Sun Sydney Taylor Terry Toby Toni Tracy Val Wei Xin Yan Yi Ying Yong Yu"""
)

# Family names that stand first, before a given name of two hyphenated halves: "Choi Jung-woo", "Tsai Ing-wen".
EAST_ASIAN_SURNAMES = words(
    """Ahn An Bae Baek Baik Ban Byun Cha Chae Chai Chan Chang Chao Chen Cheng Cheon Cheong Cheung Chi Chiang Chin Chiu
    Cho Choe Choi Chou Chow Chu Chun Chung Do Eom Fan Fang Fong Fung Gil Go Goo Gu Gwak Ha Ham Han Heo Ho Hon Hong
    Hsiao Hsieh Hsu Hu Huang Huh Hung Hwang Hyun Im Jang Jeon Jeong Ji Jin Jo Joo Ju Jun Jung Kam Kang Keum Kil Kim
    Ko Koh Koo Ku Kuo Kwak Kwok Kwon Lai Lam Lau Lee Leung Li Liao Lim Lin Ling Liu Lo Lu Lui Ma Mok Moon Mun Myung
    Na Nam No Noh Oh Ong Pae Paik Park Peng Pyo Pyun Rhee Rho Roh Ryoo Ryu Seo Seok Seong Shen Shim Shin Sin So Soh
    Sohn Son Song Suh Sun Sung Tai Tam Tan Tang Tsai Tsang Tse Tseng Tsui Um Wang Wei Wen Won Wong Woo Wu Yan Yang Yao
    Yeh Yeo Yeon Yeung Yi Yim Yoo Yoon Yu Yuen Yum Yun"""
)

GIVEN_NAMES = FEMALE | MALE | EITHER


@cache
def pronouns() -> dict[str, str]:
    """The usual pronoun ("he", "she" or "either") of every given name that we know."""
    found: dict[str, str] = {}
    section = ""
    for line in lines("given_names.txt"):
        if line.startswith("["):
            section = line.strip("[]")
        else:
            found.update(dict.fromkeys(line.split(), section))
    found.update(dict.fromkeys(FEMALE, "she"))
    found.update(dict.fromkeys(MALE, "he"))
    found.update(dict.fromkeys(EITHER, "either"))
    return found
